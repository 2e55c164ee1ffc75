import {
  applyDecorators,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Injectable, NotFoundException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

/**
 * Who may use a route. `linkHolder`: whoever holds the secret link of the booking in the address; the handler's query
 * checks it. `demonstration`: anyone, but only where the product runs as a demonstration.
 */
export type Access = 'anyone' | 'linkHolder' | 'demonstration';

export const ACCESS = 'access';

/** Every route says who may use it; one that does not is refused, and fails a test. */
export const OpenTo = (access: Access) =>
  applyDecorators(SetMetadata(ACCESS, access), UseGuards(AccessGuard));

/** The answer to a route without a declaration is the same as to one that does not exist. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const declared = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!declared) throw new NotFoundException();
    return true;
  }
}
