// The steps of colleagues who hand visits over: asked, taken, declined, taken back.
import type { Outcome, Stage, Step } from './choices.js';
import { ask, end, take, type Wish } from './handing-over.js';
import type { Owed } from './mail-watch.js';
import { idsOf } from './reference.js';
import type { StepsOfDistrict } from './steps-of-district.js';

export class StepsOfHandingOver {
  constructor(
    private readonly stage: Stage,
    private readonly district: StepsOfDistrict,
  ) {}

  all(): Step[] {
    return [
      () => this.ask(),
      () => this.ask(),
      () => this.answer(),
      () => this.answer(),
      () => this.consent(),
    ];
  }

  /** The district decides whether a colleague has to consent. */
  private async consent(): Promise<Outcome> {
    const { town, product, random } = this.stage;
    town.needsConsent = random.between(0, 3) > 0;
    await product.handingOver.needConsent(town.needsConsent);
    return { what: 'consent', product: 'done', reference: 'done' };
  }

  /** Mostly somebody who goes asks somebody who is free; at times somebody who has asked already. */
  private async ask(): Promise<Outcome | undefined> {
    const { town, product, cast, random, choices } = this.stage;
    const open = town.wishes.filter(one => one.outcome === null && town.isComing(one.visit));
    const again = open.length > 0 && random.between(0, 7) === 0 ? random.pick(open) : undefined;
    const visit = again?.visit ?? choices.comingVisit();
    if (!visit) return undefined;
    const anybody = random.pick(cast.people).id;
    const someGiver = visit.goes.length > 0 && random.between(0, 7) > 0 ? random.pick(idsOf(visit)) : anybody;
    const giver = again?.giver ?? someGiver;
    const free = town.free(visit, visit.id).filter(one => !idsOf(visit).includes(one.id));
    const receiver = free.length > 0 && random.between(0, 3) > 0 ? random.pick(free).id : anybody;
    if (giver === receiver) return undefined;
    const before = visit.act;
    const watch = await product.watchMails();
    const { word, id } = await product.handingOver.ask(visit, giver, receiver);
    const owed = await watch.owed();
    const reference = ask(town, { visit, giver, receiver }, id);
    const batchId = await product.handingOver.pressOf(visit, giver);
    this.district.remember(visit, before, { batchId, by: giver }, word);
    const mails = { asked: [`asked ${receiver}`], done: ['taken mailbox'] }[reference];
    return {
      what: 'ask to take over',
      product: [word, ...mailsOf(owed, [giver, receiver])].join(),
      reference: [reference, ...(mails ?? [])].join(),
      counted: reference,
      touched: visit,
    };
  }

  /** Mostly one that still stands, mostly by whoever may. */
  private async answer(): Promise<Outcome | undefined> {
    const { town, product, cast, random } = this.stage;
    const open = town.wishes.filter(wish => wish.outcome === null).slice(-4);
    const some = open.length > 0 && random.between(0, 3) > 0 ? open : town.wishes.slice(-8);
    if (some.length === 0) return undefined;
    const wish = random.pick(some);
    const does = random.pick(['taken', 'taken', 'taken', 'declined', 'takenBack'] as const);
    const whose = does === 'takenBack' ? wish.giver : wish.receiver;
    const by = random.between(0, 7) > 0 ? whose : random.pick(cast.people).id;
    const { visit, giver } = wish;
    const before = visit.act;
    const watch = await product.watchMails();
    const word = await this.answerByProduct(wish, does, by);
    const owed = await watch.owed();
    const reference = does === 'taken' ? take(town, wish, by) : end(wish, does, by);
    const batchId = await product.handingOver.pressOf(visit, by);
    if (does === 'taken') this.district.remember(visit, before, { batchId, by }, word);
    const mails = {
      taken: [`taken ${giver}`, 'taken mailbox'],
      declined: [`declined ${giver}`],
      takenBack: [],
    }[does];
    return {
      what: does,
      product: [word, ...mailsOf(owed, [giver, by])].join(),
      reference: [reference, ...(reference === 'done' ? mails : [])].join(),
      counted: reference,
      touched: visit,
    };
  }

  /** Of what is settled already the product says nothing, and does nothing. */
  private async answerByProduct(
    wish: Wish,
    does: 'taken' | 'declined' | 'takenBack',
    by: string,
  ): Promise<string> {
    const { handingOver } = this.stage.product;
    if (does === 'taken') return handingOver.take(wish.id, by);
    if (!(await handingOver.end(wish.id, does, by))) return 'missing';
    return wish.outcome ? 'settled' : 'done';
  }
}

/** Those about handing over; and of what the change of staff itself makes owed, whatever reaches anybody else. */
const mailsOf = (owed: Owed[], concerned: string[]): string[] =>
  owed
    .filter(one => one.kind.startsWith('handover.') || !concerned.includes(one.who))
    .map(one => `${one.kind.replace('handover.', '')} ${one.who}`)
    .sort();
