import { Module } from '@nestjs/common';
import { SchoolsModule } from '../schools/schools.module.js';
import { Onboarding } from './onboarding.js';
import { SchoolYears } from './school-years.js';

@Module({ imports: [SchoolsModule], providers: [Onboarding, SchoolYears], exports: [Onboarding] })
export class OnboardingModule {}
