import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { FileButton } from '../../ui/photo-field.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Section } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { readFile, type ReadProblem, type Reading } from './read-file.ts'

const problemKeys: { readonly [problem in ReadProblem]: TextKey } = {
  'too-large': 'imports.problem.tooLarge',
  'not-a-vcard': 'imports.problem.noContacts',
  broken: 'imports.problem.broken',
  empty: 'imports.problem.empty',
  stopped: 'imports.problem.stopped',
}

/** Milliseconds after which a person wonders whether anything happens. */
const wonder = 1000

type Read = Extract<Reading, { ok: true }>
type State = 'ready' | 'reading' | 'slow' | ReadProblem

/** Reads the chosen file; another one, or leaving the screen, ends the reading of the one before. */
function useReading(onRead: (read: Read) => Promise<void>): {
  state: State
  read: (file: File) => Promise<void>
} {
  const [state, setState] = useState<State>('ready')
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])
  const read = async (file: File): Promise<void> => {
    running.current.abort()
    const own = new AbortController()
    running.current = own
    setState('reading')
    const timer = setTimeout(() => own.signal.aborted || setState('slow'), wonder)
    const reading = await readFile(file, own.signal)
    if (reading.ok && !own.signal.aborted) await onRead(reading)
    clearTimeout(timer)
    if (!own.signal.aborted) setState(reading.ok ? 'ready' : reading.problem)
  }
  return { state, read }
}

function Sources(): JSX.Element {
  const { t } = useText()
  const sources = [
    t('imports.from.phone'),
    t('imports.from.google'),
    t('imports.from.apple'),
    t('imports.from.outlook'),
  ]
  return (
    <Section title={t('imports.where')}>
      <ul class="card stack tight">
        {sources.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Section>
  )
}

/** The first step: what this does, where such a file comes from, and which one it is. */
export function Choose({ onRead }: { onRead: (read: Read) => Promise<void> }): JSX.Element {
  const { t } = useText()
  const { state, read } = useReading(onRead)
  const busy = state === 'reading' || state === 'slow'
  const problem = busy || state === 'ready' ? undefined : problemKeys[state]
  return (
    <div class="page stack">
      <div role="alert">
        {problem && (
          <Status look="problem" icon="circle-alert">
            {t(problem)}
          </Status>
        )}
      </div>
      <Picture name="door-contacts-in" look="aside" />
      <p>{t('imports.explain')}</p>
      <FileButton
        icon="file-down"
        accept=".vcf,.vcard,text/vcard,text/x-vcard,text/directory"
        onFile={(file) => void read(file)}
      >
        {t('imports.choose')}
      </FileButton>
      <p role="status">{state === 'slow' && t('imports.reading')}</p>
      <p>{t('imports.checkFirst')}</p>
      <Sources />
    </div>
  )
}
