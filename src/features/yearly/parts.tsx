import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import { isGiven } from '../../records/report.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { State } from '../../ui/status.tsx'
import { TextContext, useText, type Text } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { Blocks } from './blocks.tsx'
import { makeAnew } from './give.ts'
import type { Shown } from './sections/make.ts'
import type { Report } from './use-report.ts'

type PartProps = { report: Report; section: Shown }

/** Below each section, not printed: whether somebody rewrote it, and what can be done about that. */
function Doings({ report, section }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id, fields } = report.row
  const anew = async (): Promise<void> => {
    const undo = await makeAnew(notebook, id, section.id, fields)
    offerUndo(t('yearly.isAnew'), undo)
  }
  return (
    <div class="desk stack tight">
      {section.isEdited && (
        <State
          look={section.isStale ? 'waiting' : 'neutral'}
          icon={section.isStale ? 'circle-alert' : 'pencil'}
        >
          {section.isStale ? t('yearly.isStale') : t('yearly.isEdited')}
        </State>
      )}
      <Buttons>
        <LinkButton writes icon="pencil" to={href(`/yearly/${id}/sections/${section.id}`)}>
          {section.isTyped ? t('yearly.write') : t('yearly.edit')}
        </LinkButton>
        {section.isEdited && (
          <Button writes icon="undo-2" onPress={anew}>
            {t('yearly.anew')}
          </Button>
        )}
      </Buttons>
    </div>
  )
}

function Part({ report, section, reader }: PartProps & { reader: Text }): JSX.Element {
  const Heading = section.chapter ? 'h3' : 'h2'
  // What nobody has written is not printed, but there must be a way to write it.
  const isEmpty = section.text.trim() === ''
  return (
    <section class={isEmpty ? 'section stack tight desk' : 'section stack tight'} id={section.id}>
      <Heading>{section.heading}</Heading>
      <Blocks text={section.text} />
      {!isGiven(report.row.fields) && (
        <TextContext.Provider value={reader}>
          <div lang={reader.language}>
            <Doings report={report} section={section} />
          </div>
        </TextContext.Provider>
      )}
    </section>
  )
}

/** All sections, those of a partner town under its name. */
export function ReportParts({ report, reader }: { report: Report; reader: Text }): JSX.Element {
  return (
    <>
      {report.sections.map((section, at) => (
        <div class="report-part stack tight" key={section.id}>
          {section.chapter && section.chapter !== report.sections[at - 1]?.chapter && (
            <h2 class="report-town">{section.chapter}</h2>
          )}
          <Part report={report} section={section} reader={reader} />
        </div>
      ))}
    </>
  )
}
