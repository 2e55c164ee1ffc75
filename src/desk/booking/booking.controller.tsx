import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { BookingChanges } from '../../bookings/booking-changes.js';
import { Notes } from '../../bookings/acts/notes.js';
import { readNote } from '../../bookings/acts/notes.rules.js';
import { Undos } from '../../bookings/acts/undos.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { actTexts } from './act-texts.js';
import { bookingDeskTexts } from './booking-desk-texts.js';
import { BookingPage, titleOf } from './booking.view.js';
import { deskPath, DeskBookings } from './desk-bookings.js';
import type { TypedNote } from './notes.view.js';

/** One booking, for the coordinator: what it is, what happened to it, who goes, what was mailed, and notes. */
@Controller('bokningar/:reference')
@ForStaff('coordinator')
export class BookingDeskController {
  constructor(
    private readonly bookings: DeskBookings,
    private readonly changes: BookingChanges,
    private readonly notes: Notes,
    private readonly undos: Undos,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Query('klart') done: string | undefined,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    return this.answer(me, reference, undefined, language, done);
  }

  /** The school has said yes on the telephone. */
  @Post('bekrafta')
  async confirm(@Me() me: SignedIn, @Param('reference') reference: string): Promise<Answer> {
    const view = await this.bookings.view(me, reference);
    const outcome = await this.changes.confirm(view.id, this.clock.now(), me);
    return seeOther(deskPath(view, isRefusal(outcome) ? '?klart=obekraftad' : '?klart=bekraftad'));
  }

  @Post('anteckning')
  async write(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const text = textOf(posted, 'anteckning');
    const note = readNote(text);
    if ('fault' in note) return this.answer(me, reference, { text, fault: note.fault }, language);
    const view = await this.bookings.view(me, reference);
    await this.notes.write(me, view.id, note.text, this.clock.now());
    return seeOther(deskPath(view, '?klart=antecknad'));
  }

  @Post('anteckning/ta-bort')
  async remove(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Body() posted: Posted,
  ): Promise<Answer> {
    const view = await this.bookings.view(me, reference);
    const noteId = textOf(posted, 'anteckning');
    if (isUUID(noteId)) await this.notes.remove(me, view.id, noteId, this.clock.now());
    return seeOther(deskPath(view, '?klart=borttagen'));
  }

  private async answer(
    me: SignedIn,
    reference: string,
    typed: TypedNote | undefined,
    language: Language,
    done?: string,
  ): Promise<Answer> {
    const booking = await this.bookings.load(me, reference);
    const now = this.clock.now();
    const undoable = await this.undos.open(me, { bookingId: booking.view.id }, now);
    const title = titleOf(booking.view, language);
    return page({
      status: typed ? 422 : 200,
      title: typed ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'bookings', me),
      body: (
        <BookingPage
          booking={booking}
          typed={typed}
          done={doneInWords(done, language)}
          undoable={undoable}
          now={now}
        />
      ),
    });
  }
}

function doneInWords(done: string | undefined, language: Language): string | undefined {
  const t = bookingDeskTexts[language];
  const words: Record<string, string> = {
    bokad: t.booked,
    bekraftad: t.acts.confirmed,
    obekraftad: t.acts.notConfirmed,
    antecknad: t.notes.saved,
    borttagen: t.notes.wasRemoved,
    angrat: actTexts[language].undo.undone,
    forsent: actTexts[language].over,
  };
  return done !== undefined && Object.hasOwn(words, done) ? words[done] : undefined;
}
