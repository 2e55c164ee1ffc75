import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren } from 'preact';
import type { Letter, LetterVisit } from './letter.js';

// Tables, inline styles and system fonts: what mail programs understand. No remote picture, nothing that is tracked.
const TABLE = { role: 'presentation', cellpadding: '0', cellspacing: '0', border: '0' } as const;
/** Old mail programs know colours only by this attribute. */
const ground = (color: string) => ({ bgcolor: color });
const DARK_AND_NARROW = `@media (max-width: 480px) { .outer { padding: 0 0 24px !important; } .pad { padding-left: 20px !important; padding-right: 20px !important; } .clock { font-size: 24px !important; } }
@media (prefers-color-scheme: dark) { .page { background: #0e1714 !important; } .card { background: #182520 !important; } .t { color: #eef3ef !important; } .s { color: #b2c0b9 !important; } .l { border-color: #384a42 !important; } .a { color: #9ad6c2 !important; } }`;

/** The HTML part of a mail, in the look of the service. */
export function letterAsHtml(letter: Letter): string {
  return `<!doctype html>${renderToString(<LetterDocument letter={letter} />)}`;
}

function LetterDocument({ letter }: { letter: Letter }) {
  return (
    <html lang={letter.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: DARK_AND_NARROW }} />
      </head>
      <body class="page" style="margin:0;padding:0;background:#f4f6f3;">
        <div style="display:none;max-height:0;overflow:hidden;">{letter.preview}</div>
        <table {...TABLE} class="page" width="100%" style="background:#f4f6f3;">
          <tr>
            <td class="outer" align="center" style="padding:24px 0 32px;">
              <table
                {...TABLE}
                class="card"
                width="100%"
                style="max-width:600px;background:#ffffff;font-family:'Segoe UI',Arial,Helvetica,sans-serif;"
              >
                <Row style="padding:20px 32px;">
                  <Brand />
                </Row>
                <tr>
                  <td
                    class="pad"
                    {...ground('#114438')}
                    style="background:#114438;padding:28px 32px 32px;color:#fbfdfb;"
                  >
                    <h1 style="margin:0;font-size:30px;line-height:1.15;font-weight:700;color:#fbfdfb;">
                      {letter.heading}
                    </h1>
                    {letter.visit && <Visit visit={letter.visit} />}
                  </td>
                </tr>
                <Row className="t" style="padding:28px 32px 0;color:#14231e;font-size:17px;line-height:26px;">
                  <Body letter={letter} />
                </Row>
                <Row style="padding:28px 32px 32px;">
                  <Facts facts={letter.facts} />
                </Row>
                <Row className="s" style="padding:0 32px 32px;font-size:14px;line-height:21px;color:#4c5a54;">
                  {letter.sender.join(' ')}{' '}
                  <a class="a" href={letter.privacy.href} style="color:#14594b;">
                    {letter.privacy.label}
                  </a>
                </Row>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Row({
  style,
  className = '',
  children,
}: {
  style: string;
  className?: string;
  children: ComponentChildren;
}) {
  return (
    <tr>
      <td class={`pad ${className}`.trim()} style={style}>
        {children}
      </td>
    </tr>
  );
}

/** The mark, built of table cells. */
function Brand() {
  const field = (width: number, height: number, color: string) => (
    <table {...TABLE}>
      <tr>
        <td width={width} height={height} {...ground(color)} style="font-size:0;line-height:0;">
          &nbsp;
        </td>
      </tr>
    </table>
  );
  return (
    <table {...TABLE}>
      <tr>
        <td valign="top">{field(8, 22, '#14594b')}</td>
        <td width="2" style="font-size:0;"></td>
        <td width="12" valign="top" style="font-size:0;line-height:0;">
          {field(12, 9, '#14594b')}
          <div style="height:2px;font-size:0;line-height:0;"></div>
          {field(9, 9, '#f2aa3c')}
        </td>
        <td class="t" style="padding-left:10px;font-size:18px;font-weight:700;color:#14231e;">
          Fältbokning
        </td>
      </tr>
    </table>
  );
}

function Visit({ visit }: { visit: LetterVisit }) {
  const block = visit.isOff
    ? { background: '#1b5647', color: '#fbfdfb' }
    : { background: '#f2aa3c', color: '#14231e' };
  return (
    <table {...TABLE} style="margin-top:20px;">
      <tr>
        <td valign="top" width="84">
          <table {...TABLE} width="84">
            <tr>
              <td
                align="center"
                {...ground(block.background)}
                style={`background:${block.background};border-radius:6px;padding:8px 8px 10px;color:${block.color};font-size:15px;line-height:18px;font-weight:600;`}
              >
                {visit.weekday}
                <br />
                <span style="font-size:38px;line-height:38px;font-weight:700;">{visit.day}</span>
                <br />
                {visit.month}
              </td>
            </tr>
          </table>
        </td>
        <td valign="middle" style="padding-left:16px;color:#c3dad1;font-size:16px;line-height:23px;">
          <span
            class="clock"
            style={`white-space:nowrap;font-size:30px;line-height:34px;font-weight:700;color:#fbfdfb;${visit.isOff ? 'text-decoration:line-through;' : ''}`}
          >
            {visit.clock}
          </span>
          {visit.lines.map(line => (
            <>
              <br />
              {line}
            </>
          ))}
        </td>
      </tr>
    </table>
  );
}

function Body({ letter }: { letter: Letter }) {
  return (
    <>
      {letter.paragraphs.map(paragraph => (
        <p style="margin:0 0 16px;">{paragraph}</p>
      ))}
      {letter.list && (
        <>
          <p style="margin:0 0 8px;">{letter.list.lead}</p>
          <ul style="margin:0 0 24px;padding-left:22px;">
            {letter.list.items.map(item => (
              <li>{item}</li>
            ))}
          </ul>
        </>
      )}
      {letter.button && (
        <table {...TABLE}>
          <tr>
            <td {...ground('#14594b')} style="background:#14594b;border-radius:6px;">
              <a
                href={letter.button.href}
                style="display:inline-block;padding:14px 24px;font-size:17px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none;"
              >
                {letter.button.label}
              </a>
            </td>
          </tr>
        </table>
      )}
      {letter.afterButton?.map(paragraph => (
        <p class="s" style="margin:16px 0 0;font-size:16px;line-height:24px;color:#4c5a54;">
          {paragraph}
        </p>
      ))}
    </>
  );
}

function Facts({ facts }: { facts: Letter['facts'] }) {
  const cell = 'padding:10px 0;border-bottom:1px solid #d5ddd8;';
  return (
    <table
      {...TABLE}
      class="l"
      width="100%"
      style="border-top:2px solid #14231e;font-size:16px;line-height:24px;border-collapse:collapse;"
    >
      {facts.map(fact => (
        <tr>
          <td class="s l" width="130" valign="top" style={`${cell}padding-right:12px;color:#4c5a54;`}>
            {fact.label}
          </td>
          <td class="t l" style={`${cell}color:#14231e;`}>
            {fact.value}
          </td>
        </tr>
      ))}
    </table>
  );
}
