// Published times, published and withdrawn by the product.
import { Publishing } from '../../src/desk/published/publishing.js';
import type { TestApp } from '../setup/app.js';
import type { WishToPublish } from './published.js';
import { someone } from './said-to-product.js';

export class ProductOfPublishing {
  constructor(
    private readonly app: TestApp,
    private readonly districtId: string,
  ) {}

  private get me() {
    return someone(this.districtId, {});
  }

  /** Answers the trouble with it, or the id of the time. */
  async publish({ date, minute, about, people }: WishToPublish): Promise<{ word: string; id: string }> {
    const publishing = this.app.app.get(Publishing);
    const wish = { kind: 'ny' as const, date, minutes: [minute], lectureId: about, people };
    const now = this.app.clock.now();
    const { times } = await publishing.plan(this.me, wish, now);
    const keys = times.map(time => time.key);
    const { published } = await publishing.publish(this.me, wish, keys, now);
    const [row] = await this.app.db.query<{ id: string }[]>(
      'SELECT id FROM published_time ORDER BY id DESC LIMIT 1',
    );
    return { word: published === 1 ? 'done' : (times[0]!.trouble?.kind ?? 'lost'), id: row?.id ?? '' };
  }

  async withdraw(id: string): Promise<string> {
    const count = await this.app.app.get(Publishing).withdraw(this.me, [id], this.app.clock.now());
    return count === 1 ? 'done' : 'gone';
  }

  /** Every one, and whose time is kept for it, booked or not. */
  async all(): Promise<string[]> {
    const rows = await this.app.db.query<{ one: string }[]>(
      `SELECT concat_ws(' ', p.id, (extract(epoch FROM p.starts_at) * 1000)::bigint,
                        (SELECT string_agg(k.assistant_id::text, ' ' ORDER BY k.assistant_id) FROM published_time_person k
                          WHERE k.published_time_id = p.id)) AS one FROM published_time p`,
    );
    return rows.map(row => row.one).sort();
  }
}
