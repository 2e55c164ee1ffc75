import type { SignedIn } from '../../src/staff/roles.js';
import type { World } from '../builders/world.js';
import type { TestApp } from './app.js';
import type { Visitor } from './post.js';
import { accountOf, signedIn } from './staff-visitor.js';

/** A town, and somebody of its staff who is signed in there. */
export abstract class Stage {
  /** The account of whoever is signed in. */
  me!: SignedIn;
  protected visitor!: Visitor;

  protected constructor(
    readonly app: TestApp,
    readonly world: World,
  ) {}

  /** Gives somebody an account and signs them in. */
  protected async enter(
    who: Pick<SignedIn, 'role' | 'name' | 'email'> & { assistantId?: string },
  ): Promise<void> {
    const districtId = this.world.district.id;
    const account = await accountOf(this.app, { ...who, districtId });
    this.me = { assistantId: null, ...who, accountId: account.id, sessionId: '', districtId };
    this.visitor = await signedIn(this.app, who.email);
  }

  /** Another time, past the end of the session perhaps: signs in anew. */
  async goTo(instant: Date): Promise<void> {
    this.app.clock.set(instant);
    this.visitor = await signedIn(this.app, this.me.email);
  }
}
