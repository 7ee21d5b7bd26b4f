import type { JSX } from 'preact'
import { readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { briefOf } from '../../db/register/lines.ts'
import { registerOf } from '../../db/register/open.ts'
import type { EntryRow } from '../../db/register/tables.ts'
import { isPractice } from '../../db/tables.ts'
import type { Content } from '../../shared/register/content.ts'
import { office } from '../../shared/register/statement.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import type { Params } from '../../ui/feature.ts'
import { mediumDate, today } from '../../ui/dates.ts'
import { Page } from '../../ui/page.tsx'
import { go, href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { bestText, EntryView } from './entry-view.tsx'
import { takeEvent, takeIdea } from './take.ts'
import { typeKeys } from './words.ts'

/** What one can do with it in one's own notebook. */
function Take({ content, type }: { content: Content; type: EntryRow['type'] }): JSX.Element | null {
  const { t, language } = useText()
  const { notebook, device } = useOpen()
  const text = bestText(content.text, language, content.language) ?? content.language
  if ('zone' in content)
    return (
      <Button
        writes
        primary
        icon="calendar-days"
        onPress={async () => go(`/events/${await takeEvent(notebook, content, text)}`)}
      >
        {t('register.takeEvent')}
      </Button>
    )
  if (type !== 'idea') return null
  const take = async (): Promise<void> => {
    const { myName } = await readSettings(device)
    go(`/ideas/${await takeIdea(notebook, content, text, myName)}`)
  }
  return (
    <Button writes primary icon="lightbulb" onPress={take}>
      {t('register.takeIdea')}
    </Button>
  )
}

function Standing({ row, content }: { row: EntryRow; content: Content }): JSX.Element {
  const { t, language } = useText()
  const { notebook } = useOpen()
  const day = mediumDate(today(new Date(row.at)), language)
  return (
    <article class="page stack">
      <div class="stack tight">
        <p class="eyebrow">{t(typeKeys[row.type])}</p>
        <h1 lang={content.language}>
          <bdi>{briefOf(row)?.title}</bdi>
        </h1>
      </div>
      <EntryView content={content} />
      <p class="small secondary">
        {t(row.publisher === office ? 'register.asOfOffice' : 'register.asOf', { date: day })}
      </p>
      <Buttons column>
        <Take content={content} type={row.type} />
        {!isPractice(notebook) && (
          <LinkButton icon="circle-alert" to={href(`/register/report/${row.entry}`)}>
            {t('register.report.title')}
          </LinkButton>
        )}
      </Buttons>
    </article>
  )
}

/** It was withdrawn, or hidden by the operator. */
function Gone({ row }: { row: EntryRow | undefined }): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack">
      <h1>{t('register.title')}</h1>
      <Status look="neutral" icon="info">
        {t(row?.state === 'hidden' ? 'register.isHidden' : 'register.isGone')}
      </Status>
      <LinkButton primary to={href('/register')}>
        {t('register.toRegister')}
      </LinkButton>
    </div>
  )
}

/** One entry of the register, as anybody may read it. */
export function EntryPage({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const { notebook } = useOpen()
  const register = registerOf(notebook)
  const entry = params['entry'] ?? ''
  const found = useLive(async () => ({ row: await register.entries.get(entry) }), [register, entry])
  if (!found) return null
  const { row } = found
  return (
    <Page title={t('register.title')} parent="/register" heading="below">
      {row?.content ? <Standing row={row} content={row.content} /> : <Gone row={row} />}
    </Page>
  )
}
