import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'
import { mediumDate, today } from './dates.ts'
import { Page } from './page.tsx'
import { TextContext, useText, type Text } from './text.ts'

type PaperProps = {
  /** Stands at the top of the sheet and names the file where somebody saves it. */
  title: string
  parent: string
  /** 'large' for lists that are read beside the telephone, without glasses. */
  type?: 'usual' | 'large'
  /** What can be chosen above the sheet; it is not printed. */
  before?: ComponentChildren
  /** What comes once it is printed, below the sheet; it is not printed. */
  after?: ComponentChildren
  /** The texts of the sheet where it is for somebody who reads another language. */
  text?: Text
  children: ComponentChildren
}

/**
 * A page made for paper: on the screen a white sheet under one button, on paper the sheet alone, black on white, with
 * the day on which it was printed. Its parts are headings of level 2, texts, a `PaperTable`, or a list of the class
 * `paper-list`.
 */
export function Paper(props: PaperProps): JSX.Element {
  const { title, parent, type = 'usual', before, after, children } = props
  const reader = useText()
  const { text = reader } = props
  const { t } = reader
  return (
    <Page title={title} parent={parent} heading="own">
      <div class="page stack">
        <div class="desk stack">
          {before}
          <p>{t('ui.printHint')}</p>
          <Button primary icon="printer" onPress={() => window.print()}>
            {t('ui.print')}
          </Button>
        </div>
        <TextContext.Provider value={text}>
          <article class={type === 'large' ? 'paper large stack' : 'paper stack'} lang={text.language}>
            <h1>{title}</h1>
            {children}
            <footer>{text.t('ui.printedOn', { date: mediumDate(today(new Date()), text.language) })}</footer>
          </article>
        </TextContext.Provider>
        {after && <div class="desk stack">{after}</div>}
      </div>
    </Page>
  )
}

type Column<Item> = {
  readonly title: string
  /** Its part of the width, 1 where nothing is said. */
  readonly share?: number
  /** What stands in a row's cell: a function of its own, that uses no hooks. */
  readonly cell: (item: Item) => ComponentChildren
}

type PaperTableProps<Item> = {
  /** Their titles come again on every page; the first cell names the row. */
  columns: readonly Column<Item>[]
  rows: readonly Item[]
}

/** A table on a sheet. On a narrow screen the cells of a row stand under each other. */
export function PaperTable<Item extends { readonly id: string }>({
  columns,
  rows,
}: PaperTableProps<Item>): JSX.Element {
  const whole = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ title, share = 1 }) => (
            <th key={title} scope="col" style={{ width: `${(100 * share) / whole}%` }}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((item) => (
          <tr key={item.id}>
            {columns.map(({ title, cell }, index) =>
              index === 0 ? (
                <th key={title} scope="row">
                  {cell(item)}
                </th>
              ) : (
                <td key={title}>{cell(item)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
