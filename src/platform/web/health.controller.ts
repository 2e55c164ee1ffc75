import { Controller, Get, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { MailBell } from '../queue/mail-bell.js';
import { OpenTo } from './access.js';

/** For whoever watches over the processes: a load balancer, systemd, a container engine. */
@Controller()
export class HealthController implements BeforeApplicationShutdown {
  private isClosing = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly bell: MailBell,
  ) {}

  /** The process is alive. */
  @Get('livez')
  @OpenTo('anyone')
  live() {
    return { status: 'alive' };
  }

  /** The process can serve: its database answers and is up to date. Without its queue it serves, with mails late. */
  @Get('readyz')
  @OpenTo('anyone')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = this.isClosing ? 'closing' : await this.databaseState();
    const queue = (await this.bell.answers()) ? 'ok' : 'unreachable';
    const isReady = database === 'ok';
    reply.status(isReady ? 200 : 503).header('cache-control', 'no-store');
    return { status: isReady ? (queue === 'ok' ? 'ready' : 'degraded') : 'unready', database, queue };
  }

  private async databaseState(): Promise<'ok' | 'unreachable' | 'not migrated'> {
    try {
      return (await this.dataSource.showMigrations()) ? 'not migrated' : 'ok';
    } catch {
      return 'unreachable';
    }
  }

  beforeApplicationShutdown(): void {
    this.isClosing = true;
  }
}
