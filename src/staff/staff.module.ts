import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Assistant } from './assistant.entity.js';
import { OwnNames } from './own-names.js';
import { Account, AccountLink } from './sign-in/account.entity.js';
import { AccountController } from './sign-in/account.controller.js';
import { AccountMails } from './sign-in/account-mails.js';
import { Accounts } from './sign-in/accounts.js';
import { PasswordController } from './sign-in/password.controller.js';
import { SessionCookie } from './sign-in/session-cookie.js';
import { Session } from './sign-in/session.entity.js';
import { Sessions } from './sign-in/sessions.js';
import { SignInClockwork } from './sign-in/sign-in-clockwork.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { StaffGuard } from './staff.guard.js';

@Module({
  imports: [TypeOrmModule.forFeature([Assistant, Account, AccountLink, Session])],
  controllers: [SignInController, PasswordController, AccountController],
  providers: [
    Accounts,
    OwnNames,
    AccountMails,
    Sessions,
    SessionCookie,
    SignInService,
    SignInClockwork,
    { provide: APP_GUARD, useClass: StaffGuard },
  ],
  exports: [Accounts, Sessions, SessionCookie],
})
export class StaffModule {}
