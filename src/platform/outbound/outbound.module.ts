import { Module } from '@nestjs/common';
import { Outbound } from './outbound.js';
import { PublicReach, Reach } from './reach.js';

@Module({ providers: [Outbound, { provide: Reach, useClass: PublicReach }], exports: [Outbound] })
export class OutboundModule {}
