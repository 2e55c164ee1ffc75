import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  NotFoundException,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../platform/clock/clock.js';
import { OpenTo } from '../platform/web/access.js';
import { languageOf } from '../platform/web/request-language.js';
import { inLanguage } from '../shared/language.js';
import type { Role, SignedIn } from './roles.js';
import { SessionCookie } from './sign-in/session-cookie.js';
import { Sessions } from './sign-in/sessions.js';

const FOR_ROLES = 'for roles';

/** Only for those who are signed in with one of these roles. */
export const ForStaff = (...roles: Role[]) => applyDecorators(OpenTo('staff'), SetMetadata(FOR_ROLES, roles));

/** Where the guard leaves whoever is signed in for the handler of the same request. */
const signedIn = new WeakMap<FastifyRequest, SignedIn>();

/** A handler's parameter: whoever is signed in. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const me = signedIn.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!me) throw new Error('A route that asks who is signed in is not declared @ForStaff.');
  return me;
});

/**
 * Stands before the routes of the staff. Whoever is not signed in is led to the sign-in and back; a role that has no
 * business here gets the answer of a page that does not exist.
 */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(FOR_ROLES, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!roles) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const me = await this.sessions.find(this.cookie.read(request, 'session'), this.clock.now());
    if (!me) {
      this.leadToSignIn(request, http.getResponse<FastifyReply>());
      return false;
    }
    if (!roles.includes(me.role)) throw new NotFoundException();
    signedIn.set(request, me);
    return true;
  }

  private leadToSignIn(request: FastifyRequest, reply: FastifyReply): void {
    const back = request.method === 'GET' ? `?till=${encodeURIComponent(request.url)}` : '';
    void reply
      .status(303)
      .header('cache-control', 'no-store')
      .header('location', `${inLanguage(languageOf(request), '/logga-in')}${back}`)
      .send('');
  }
}
