import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { labelsOf, type Filled } from '../filled.js';
import { History } from '../history.view.js';
import { Area, Group, Line, Pair, SheetErrors, SheetForm } from '../sheet-form.js';
import { SAMPLES } from './sample-mails.js';
import type { TextSheet } from './text-sheet.js';
import { textTexts } from './text-texts.js';

interface TextsPageProps {
  filled: Filled<TextSheet>;
  /** Whether there is a lecture that the samples can be about. */
  hasSamples: boolean;
  changes: LoggedChange[];
  done: string | undefined;
}

export function TextsPage({ filled, hasSamples, changes, done }: TextsPageProps) {
  const link = useLink();
  const t = textTexts[usePage().language];
  return (
    <div class="fb-wrap fb-desk">
      <BackLink to="/installningar" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3">{t.lead}</p>
      <SheetForm action={link('/installningar/texter')} filled={filled} words={t.fields}>
        <TextFields />
      </SheetForm>
      <Samples hasSamples={hasSamples} />
      <History changes={changes} labels={labelsOf(t.fields)} />
    </div>
  );
}

function TextFields() {
  const t = textTexts[usePage().language];
  return (
    <>
      <Group title={t.groups.office}>
        <Pair>
          <Line name="officeNameSv" />
          <Line name="officeNameEn" />
          <Line name="boardName" />
          <Line name="email" type="email" />
          <Line name="phone" type="tel" width="20" />
          <Line name="concernReportUrl" />
          <Line name="phoneHoursSv" />
          <Line name="phoneHoursEn" />
        </Pair>
      </Group>
      <Group title={t.groups.words} lead={t.wordsLead}>
        <Pair>
          <Area name="startLeadSv" rows={4} isOptional />
          <Area name="startLeadEn" rows={4} isOptional />
          <Area name="prepareSv" rows={4} isOptional />
          <Area name="prepareEn" rows={4} isOptional />
          <Area name="reminderSv" rows={4} isOptional />
          <Area name="reminderEn" rows={4} isOptional />
        </Pair>
      </Group>
    </>
  );
}

/** The mails themselves, each in a frame of its own. */
function Samples({ hasSamples }: { hasSamples: boolean }) {
  const link = useLink();
  const t = textTexts[usePage().language];
  return (
    <section>
      <div class="fb-group">
        <h2>{t.groups.mails}</h2>
      </div>
      <p class="fb-muted mt-3 mb-6">{hasSamples ? t.mailsLead : t.noMails}</p>
      {hasSamples && (
        <PostForm action={link('/installningar/texter/prov')}>
          <div class="fb-languages fb-samples">
            {SAMPLES.map(sample => (
              <div>
                <h3 class="ds-heading mb-4" data-size="xs">
                  {t.samples[sample]}
                </h3>
                <iframe
                  class="fb-mailframe"
                  title={t.samples[sample]}
                  src={link(`/installningar/texter/prov/${sample}`)}
                  sandbox="allow-popups allow-top-navigation-by-user-activation"
                ></iframe>
                <button class="ds-button mt-4" data-variant="secondary" name="mejl" value={sample}>
                  {t.send[sample]}
                </button>
              </div>
            ))}
          </div>
        </PostForm>
      )}
    </section>
  );
}
