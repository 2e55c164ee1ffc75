import { Module } from '@nestjs/common';
import { Onboarding } from './onboarding.js';
import { SchoolYears } from './school-years.js';

@Module({ providers: [Onboarding, SchoolYears], exports: [Onboarding] })
export class OnboardingModule {}
