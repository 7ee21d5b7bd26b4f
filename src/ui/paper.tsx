import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'
import { Page } from './page.tsx'
import { useText } from './text.ts'

type PaperProps = {
  title: string
  parent: string
  /** 'large' for lists that are read beside the telephone, without glasses. */
  type?: 'usual' | 'large'
  children: ComponentChildren
}

/** A page made for paper: on the screen a sheet under one button, on paper the sheet alone. */
export function Paper({ title, parent, type = 'usual', children }: PaperProps): JSX.Element {
  const { t } = useText()
  return (
    <Page title={title} parent={parent}>
      <div class="page stack">
        <Button primary icon="printer" onPress={() => window.print()}>
          {t('ui.print')}
        </Button>
        <article class={type === 'large' ? 'paper large' : 'paper'}>
          <h2 class="h1">{title}</h2>
          {children}
        </article>
      </div>
    </Page>
  )
}
