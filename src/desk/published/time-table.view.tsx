import type { ComponentChildren } from 'preact';
import { usePage } from '../../platform/web/page-context.js';
import { WideTable } from '../../platform/web/parts/desk-parts.js';
import { publishedTexts } from './published-texts.js';

/** Published times, or those that are to be, a row each, which can be ticked. */
export function TimeTable({ label, children }: { label: string; children: ComponentChildren }) {
  const { columns } = publishedTexts[usePage().language];
  return (
    <WideTable label={label} kind={{ 'data-list': '' }}>
      <thead>
        <tr>
          <th scope="col" class="choose">
            <span class="ds-sr-only">{columns.choose}</span>
          </th>
          <th scope="col">{columns.time}</th>
          <th scope="col">{columns.lecture}</th>
          <th scope="col">{columns.people}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </WideTable>
  );
}
