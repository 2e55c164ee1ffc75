import type { ComponentChildren } from 'preact';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink, Facts, type Fact } from '../../platform/web/parts/page-parts.js';
import { isoWithOffset } from '../../shared/time/swedish-time.js';
import type { BookableSpan, Slot } from '../../slots/offer.rules.js';
import { Nearest } from '../journey/taken.view.js';
import { Times } from '../journey/times.view.js';
import type { TimeFilter, WeekList } from '../journey/week-list.js';
import { manageTexts } from './manage-texts.js';
import { bookingPath, BookingFrame } from './booking.view.js';
import type { ManagedBooking } from './managed-bookings.js';

// The three pages on which a school chooses another time: for a visit that it moves, and for one that was called off.
// A pressed time leads to a page that shows what will happen; only the press there changes anything.

interface Common {
  managed: ManagedBooking;
  /** Which of the two: the part of the address below that of the booking. */
  path: '/flytta' | '/ny-tid';
  heading: string;
}

function Frame({ managed, heading, back, children }: FrameProps) {
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(managed.view, back)} />
      </div>
      <BookingFrame managed={managed} heading={heading}>
        {children}
      </BookingFrame>
    </>
  );
}

interface FrameProps {
  managed: ManagedBooking;
  heading: string;
  back?: string;
  children: ComponentChildren;
}

function useChoose({ managed, path }: Common) {
  const link = useLink();
  return {
    href: (start: string) =>
      `${link(bookingPath(managed.view, `${path}/till`))}?tid=${encodeURIComponent(start)}`,
  };
}

interface TimesToChooseProps extends Common {
  lead: string;
  list: WeekList;
  filter: TimeFilter;
  span: BookableSpan;
}

export function TimesToChoose(props: TimesToChooseProps) {
  const { managed, path, heading, lead, list, filter, span } = props;
  return (
    <Frame managed={managed} heading={heading}>
      <p class="fb-lead mt-3 mb-6">{lead}</p>
      <Times
        list={list}
        filter={filter}
        here={bookingPath(managed.view, path)}
        choose={useChoose(props)}
        first={span.first}
        last={span.last}
        schoolName={managed.view.schoolName}
      />
    </Frame>
  );
}

interface AskAboutTimeProps extends Common {
  startsAt: Date;
  facts: Fact[];
  /** What the button says. */
  press: string;
}

export function AskAboutTime({ managed, path, heading, startsAt, facts, press }: AskAboutTimeProps) {
  const { language } = usePage();
  const address = useLink()(bookingPath(managed.view, path));
  return (
    <Frame managed={managed} heading={heading} back={path}>
      <div class="mt-6">
        <Facts facts={facts} />
      </div>
      <PostForm action={address}>
        <div class="fb-buttons">
          <button class="ds-button fb-button-send" name="tid" value={isoWithOffset(startsAt)}>
            {press}
          </button>
          <a href={address}>{manageTexts[language].otherTime}</a>
        </div>
      </PostForm>
    </Frame>
  );
}

interface TimeRefusedProps extends Common {
  why: string;
  /** Undefined where another time of the day would not help. */
  nearest: Slot[] | undefined;
}

export function TimeRefused(props: TimeRefusedProps) {
  const { managed, path, heading, why, nearest } = props;
  const { language } = usePage();
  const address = useLink()(bookingPath(managed.view, path));
  const choose = useChoose(props);
  return (
    <Frame managed={managed} heading={heading} back={path}>
      <p class="fb-lead mt-3 mb-8">{why}</p>
      {nearest && <Nearest slots={nearest} choose={choose} />}
      <div class="fb-buttons">
        <a class="ds-button" data-variant="secondary" href={address}>
          {manageTexts[language].otherTime}
        </a>
      </div>
    </Frame>
  );
}
