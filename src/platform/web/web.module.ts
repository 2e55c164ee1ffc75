import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { ErrorFilter } from './error.filter.js';
import { HealthController } from './health.controller.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }, AnswerInterceptor, ErrorFilter],
  exports: [AnswerInterceptor, ErrorFilter],
})
export class WebModule {}
