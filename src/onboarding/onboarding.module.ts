import { Module } from '@nestjs/common';
import { Onboarding } from './onboarding.js';

@Module({ providers: [Onboarding], exports: [Onboarding] })
export class OnboardingModule {}
