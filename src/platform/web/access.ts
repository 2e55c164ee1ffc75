import {
  Inject,
  Injectable,
  NotFoundException,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';

/**
 * Who may use a route. `staff`: who is signed in, see staff/staff.guard.ts. `linkHolder`: whoever holds the secret link of the booking in the address; the handler's query
 * checks it. `demonstration`: anyone, but only where the product runs as a demonstration.
 */
export type Access = 'anyone' | 'linkHolder' | 'staff' | 'demonstration';

export const ACCESS = 'access';

/** Every route says who may use it; one that does not is refused, and fails a test. */
export const OpenTo = (access: Access) => SetMetadata(ACCESS, access);

/** Stands before every route. The answer to one without a declaration is the same as to one that does not exist. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const declared = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const isHere = declared !== 'demonstration' || this.settings.mode === 'demonstration';
    if (!declared || !isHere) throw new NotFoundException();
    return true;
  }
}
