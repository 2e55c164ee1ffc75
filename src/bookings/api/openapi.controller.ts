import { Controller, Get, Inject } from '@nestjs/common';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { OpenTo } from '../../platform/web/access.js';
import { openApiDescription } from './openapi.js';

@Controller('api/v1/openapi.json')
@OpenTo('anyone')
export class OpenApiController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  describe() {
    return openApiDescription(this.settings.baseUrl);
  }
}
