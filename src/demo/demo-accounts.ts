import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { newToken } from '../platform/secrets.js';
import { isRefusal } from '../shared/refusal.js';
import { Accounts, type NewAccount } from '../staff/sign-in/accounts.js';
import { COORDINATORS } from './cast.js';
import { keepAccounts, keptAccounts, type KeptAccount } from './kept-accounts.js';

/** Follows all districts, and no person. */
const ANALYST: NewAccount = {
  role: 'analyst',
  districtId: null,
  assistantId: null,
  name: 'Anna Ström',
  email: 'anna.strom@staden.example',
};

/** Accounts of the demonstration's people: random passwords, kept beside the database and told at every start. */
@Injectable()
export class DemoAccounts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
  ) {}

  /** Makes what is missing: accounts, or passwords that are no longer known from the file. */
  async build(file: string, now: Date): Promise<void> {
    const kept = new Map(keptAccounts(file).map(account => [account.email, account]));
    const told: KeptAccount[] = [];
    for (const person of await this.people()) {
      const known = kept.get(person.email);
      const account = await this.accounts.byEmail(person.email);
      if (known && account?.passwordHash) {
        told.push(known);
        continue;
      }
      const created = account ?? (await this.accounts.create(person, now));
      if (isRefusal(created)) continue;
      const password = newToken().slice(0, 16);
      const link = await this.accounts.makeLink(created.id, 'invitation', now);
      await this.accounts.choosePassword(link, password, now);
      told.push({ role: person.role, email: person.email, password });
    }
    keepAccounts(file, told);
  }

  private async people(): Promise<NewAccount[]> {
    const districts = await this.dataSource.query<{ id: string; slug: string }[]>(
      'SELECT id, slug FROM district ORDER BY slug',
    );
    const assistants = await this.dataSource.query<
      { id: string; districtId: string; name: string; email: string }[]
    >('SELECT id, district_id AS "districtId", name, email FROM assistant ORDER BY district_id, email');
    const ofDistricts = districts.flatMap<NewAccount>(district => [
      ...Object.entries(COORDINATORS)
        .filter(([slug]) => slug === district.slug)
        .map(([slug, coordinator]) => ({
          role: 'coordinator' as const,
          districtId: district.id,
          assistantId: null,
          name: coordinator.name,
          email: `${coordinator.emailName}@${slug}.example`,
        })),
      ...assistants
        .filter(assistant => assistant.districtId === district.id)
        .map(assistant => ({
          role: 'assistant' as const,
          districtId: district.id,
          assistantId: assistant.id,
          name: assistant.name,
          email: assistant.email,
        })),
    ]);
    return [...ofDistricts, ANALYST];
  }
}
