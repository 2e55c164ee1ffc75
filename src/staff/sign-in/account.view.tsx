import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import { Facts } from '../../platform/web/parts/page-parts.js';
import { dateAtClock } from '../../shared/time/format.js';
import type { SignedIn } from '../roles.js';
import { NewPassword } from './password.view.js';
import type { ListedSession } from './sessions.js';
import { signInTexts } from './sign-in-texts.js';

interface AccountPageProps {
  me: SignedIn;
  sessions: ListedSession[];
  /** Undefined for those who go on no visits. */
  nameIsPublic: boolean | undefined;
  errors: FieldError[];
  done: string;
}

export function AccountPage({ me, sessions, nameIsPublic, errors, done }: AccountPageProps) {
  const link = useLink();
  const all = signInTexts[usePage().language];
  const t = all.account;
  const said = { utloggad: t.ended, bytt: t.changed, namn: t.nameChanged }[done];
  return (
    <div class="fb-wrap fb-message">
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="xl">
        {t.title}
      </h1>
      <Done text={said} />
      <Facts
        facts={[
          { label: t.facts.name, value: me.name },
          { label: t.facts.email, value: me.email },
          { label: t.facts.role, value: t.roles[me.role] },
        ]}
      />
      {me.role === 'assistant' && (
        <p>
          <a href={link('/kalender/prenumerera')}>{t.subscribe}</a>
        </p>
      )}
      <PostForm action={link('/logga-ut')}>
        <button class="ds-button" data-variant="secondary">
          {t.signOut}
        </button>
      </PostForm>
      {nameIsPublic !== undefined && <OwnName isPublic={nameIsPublic} />}
      <SessionList me={me} sessions={sessions} />
      <section aria-labelledby="byt">
        <div class="fb-group">
          <h2 id="byt">{t.password}</h2>
        </div>
        <PostForm action={link('/konto/losenord')} class="fb-fields">
          <input type="hidden" name="epost" autocomplete="username" value={me.email} />
          <TextField
            id="nuvarande"
            label={t.current}
            error={errors.find(error => error.id === 'nuvarande')?.message}
            type="password"
            autocomplete="current-password"
            width="20"
          />
          <NewPassword
            label={all.choose.password}
            hint={all.choose.hint}
            error={errors.find(error => error.id === 'losenord')?.message}
          />
          <div class="fb-buttons">
            <button class="ds-button">{t.change}</button>
          </div>
        </PostForm>
      </section>
    </div>
  );
}

function OwnName({ isPublic }: { isPublic: boolean }) {
  const link = useLink();
  const t = signInTexts[usePage().language].account;
  return (
    <section aria-labelledby="namnet">
      <div class="fb-group">
        <h2 id="namnet">{t.ownName}</h2>
      </div>
      <p class="mt-3">{isPublic ? t.nameIsShown : t.nameIsHidden}</p>
      <PostForm action={link('/konto/namn')}>
        <button class="ds-button mt-4" data-variant="secondary" name="visa" value={isPublic ? 'nej' : 'ja'}>
          {isPublic ? t.hideName : t.showName}
        </button>
      </PostForm>
    </section>
  );
}

function SessionList({ me, sessions }: Pick<AccountPageProps, 'me' | 'sessions'>) {
  const { language } = usePage();
  const link = useLink();
  const t = signInTexts[language].account;
  const list = (
    <Facts
      facts={sessions.map(session => {
        const name = session.device || t.unknownDevice;
        const isThis = session.id === me.sessionId;
        return {
          label: isThis ? `${name} (${t.thisOne})` : name,
          value: (
            <>
              {t.lastSeen(dateAtClock(language, session.lastSeenAt))}
              {!isThis && (
                <button class="fb-link" name="session" value={session.id}>
                  {t.end}
                  <span class="ds-sr-only">: {name}</span>
                </button>
              )}
            </>
          ),
        };
      })}
    />
  );
  return (
    <section aria-labelledby="inloggad">
      <div class="fb-group">
        <h2 id="inloggad">{t.sessions}</h2>
      </div>
      {sessions.length > 1 ? (
        <PostForm action={link('/konto/logga-ut-annan')}>
          {list}
          <button class="ds-button mt-4" data-variant="secondary" name="session" value="alla">
            {t.endOthers}
          </button>
        </PostForm>
      ) : (
        list
      )}
    </section>
  );
}
