import { useLink } from './page-context.js';

export function ErrorPage({ title, text, toStart }: { title: string; text: string; toStart: string }) {
  const link = useLink();
  return (
    <div class="fb-wrap fb-message">
      <h1 class="ds-heading" data-size="xl">
        {title}
      </h1>
      <p class="fb-lead">{text}</p>
      <p>
        <a href={link('/')}>{toStart}</a>
      </p>
    </div>
  );
}
