import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { isUUID } from '../../../shared/text/uuid.js';
import { OpenTo } from '../../web/access.js';
import { download, page, type Answer } from '../../web/answer.js';
import { DemonstrationMail } from '../demonstration-mail.entity.js';
import { sendForFrame } from '../mail-frame.js';
import { InboxList, InboxMessage } from './inbox.view.js';

const NEWEST = 100;

/** The mails of a demonstration. The route does not exist in an installation. */
@Controller('dev/inbox')
@OpenTo('demonstration')
export class InboxController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async list(): Promise<Answer> {
    const mails = await this.dataSource.manager.find(DemonstrationMail, {
      order: { receivedAt: 'DESC', id: 'DESC' },
      take: NEWEST,
    });
    return page({ title: 'Inkorg', body: <InboxList mails={mails} /> });
  }

  @Get(':id')
  async show(@Param('id') id: string): Promise<Answer> {
    const mail = await this.find(id);
    return page({ title: mail.subject, body: <InboxMessage mail={mail} /> });
  }

  /** The HTML part as it was sent, in a frame that may run nothing and reach nobody. */
  @Get(':id/html')
  async html(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const mail = await this.find(id);
    await sendForFrame(reply, mail.bodyHtml);
  }

  @Get(':id/faltbokning.ics')
  async calendar(@Param('id') id: string): Promise<Answer> {
    const mail = await this.find(id);
    if (mail.calendar === null) throw new NotFoundException();
    return download(mail.calendar, 'text/calendar; charset=utf-8', 'faltbokning.ics');
  }

  private async find(id: string): Promise<DemonstrationMail> {
    const mail = isUUID(id) ? await this.dataSource.manager.findOneBy(DemonstrationMail, { id }) : null;
    if (!mail) throw new NotFoundException();
    return mail;
  }
}
