import { Global, Module } from '@nestjs/common';
import { AccessGuard } from './access.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { ErrorFilter } from './error.filter.js';
import { HealthController } from './health.controller.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [AccessGuard, AnswerInterceptor, ErrorFilter],
  exports: [AccessGuard, AnswerInterceptor, ErrorFilter],
})
export class WebModule {}
