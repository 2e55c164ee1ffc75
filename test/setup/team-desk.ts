import { Desk, twoDistricts } from './desk.js';
import { accountOf } from './staff-visitor.js';
import { MONDAY_MORNING } from './test-clock.js';

export const AMINA = 'amina@kungsholmen.example';
export const JOHAN = 'johan@kungsholmen.example';

/** A desk with a team that each story gets anew: Amina and Johan. In Skärholmen there is somebody else. */
export class TeamDesk extends Desk {
  aminaId = '';
  johanId = '';
  strangerId = '';

  static override async open(): Promise<TeamDesk> {
    const desk = new TeamDesk(...(await twoDistricts()));
    [desk.strangerId] = (await desk.elsewhere.hire({ name: 'Stina Främling' })) as [string];
    return desk;
  }

  /** Monday morning; nothing is booked, and Lena is the only one who has an account. */
  override async startOver(): Promise<void> {
    const { app, world } = this;
    app.clock.set(MONDAY_MORNING);
    await app.db.query(
      'TRUNCATE booking, absence, owed_mail, demonstration_mail, account, sign_in_failure CASCADE',
    );
    await app.db.query('DELETE FROM assistant WHERE district_id = $1', [world.district.id]);
    const team = await world.hire(
      { name: 'Amina', email: AMINA, nameIsPublic: true },
      { name: 'Johan', email: JOHAN },
    );
    [this.aminaId, this.johanId] = team as [string, string];
    await this.enterLena();
  }

  get aminaPath(): string {
    return `/personal/${this.aminaId}`;
  }

  accountOf(assistantId: string, email: string) {
    const districtId = this.world.district.id;
    return accountOf(this.app, { role: 'assistant', districtId, assistantId, email, name: 'Amina' });
  }
}
