import type { JSX } from 'preact'
import { useForm } from '../../db/form.ts'
import type { Fields } from '../../shared/value.ts'
import { editedOf, isGiven } from '../../records/report.ts'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import type { Shown } from './sections/make.ts'
import { useReport, type Report } from './use-report.ts'

/** A section is a few pages at most: what fits into one change. */
const most = 30_000

/** The fields of a text that somebody wrote, or none where it says what is made anyway. */
function editOf({ id, made, basis, isTyped }: Shown, text: string): Fields {
  const isMade = isTyped ? text.trim() === '' : text === made
  return { [`texts/${id}`]: isMade ? null : text, [`bases/${id}`]: isMade ? null : basis }
}

function Inside({ report, section }: { report: Report; section: Shown }): JSX.Element | null {
  const { t } = useText()
  const { id } = report.row
  const form = useForm('report', id)
  if (!form) return null
  const text = editedOf(form.values, section.id) ?? section.made
  const type = (typed: string): void =>
    Object.entries(editOf(section, typed)).forEach(([field, value]) => form.set(field, value))
  const done = async (): Promise<void> => {
    await form.commit()
    back(`/yearly/${id}`)
  }
  const hasTable = section.made.includes(' | ')
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      {section.isStale && (
        <Status look="waiting" icon="circle-alert">
          {t('yearly.isStale')}
        </Status>
      )}
      <TextArea
        label={section.chapter ? `${section.chapter}: ${section.heading}` : section.heading}
        hint={section.isTyped ? t('yearly.dictate') : hasTable ? t('yearly.tableHint') : t('yearly.editHint')}
        most={most}
        value={text}
        lang={report.text.language}
        onInput={type}
      />
      {!section.isTyped && text !== section.made && (
        <details class="made-text">
          <summary>{t('yearly.madeNow')}</summary>
          <p class="written" lang={report.text.language}>
            {section.made}
          </p>
        </details>
      )}
      <FormEnd state={form.state} done={t('yearly.done')} onDone={done} />
    </form>
  )
}

/** Changes every sentence of a section; the others stay as they are made. */
export function SectionForm({ params }: { params: { id?: string; section?: string } }): JSX.Element | null {
  const { t } = useText()
  const { id = '', section: wanted = '' } = params
  const report = useReport(id)
  if (!report) return null
  const section = report.sections.find((one) => one.id === wanted)
  return (
    <Page title={t('yearly.edit')} parent={`/yearly/${id}`}>
      {section && !isGiven(report.row.fields) ? (
        <Inside key={section.id} report={report} section={section} />
      ) : (
        <div class="page stack">
          <p>{t('yearly.noSuchSection')}</p>
        </div>
      )}
    </Page>
  )
}
