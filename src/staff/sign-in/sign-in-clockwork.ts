import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clockwork } from '../../platform/clockwork/clockwork.js';
import { Accounts } from './accounts.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';

/** What time itself does to sign-ins. */
@Injectable()
export class SignInClockwork implements OnModuleInit {
  constructor(
    private readonly clockwork: Clockwork,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly signIn: SignInService,
  ) {}

  onModuleInit(): void {
    this.clockwork.every(3600, 'remove sessions that have ended', now => this.sessions.removeExpired(now));
    this.clockwork.every(3600, 'remove used-up links to passwords', now =>
      this.accounts.removeExpiredLinks(now),
    );
    this.clockwork.every(600, 'switch off the accounts of those who have left', now =>
      this.accounts.disableThoseWhoLeft(now),
    );
    this.clockwork.every(600, 'forget failed sign-ins', now => this.signIn.forgetFailures(now));
  }
}
