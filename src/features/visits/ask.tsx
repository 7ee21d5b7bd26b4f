import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { rowOf } from '../../db/find.ts'
import { useHeldForm } from '../../db/held-form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import type { Fields } from '../../shared/value.ts'
import { today } from '../../ui/dates.ts'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { seedOf } from './answers.ts'
import { Begin } from './begin.tsx'
import { addressOf, stepOf, type AskStep } from './questions.ts'
import { ShownStep } from './shown-step.tsx'
import { useWay } from './way.ts'

/** Something else must be wrong when one step back has not led away by then, in milliseconds. */
const longEnough = 500

/** Goes on to where one came from: the questions of a finished visit ask for nothing any more. */
function Leave({ step }: { step: AskStep }): null {
  useEffect(() => {
    back('/visits')
    const timer = setTimeout(() => replace('/visits'), longEnough)
    return () => clearTimeout(timer)
  }, [step])
  return null
}

type AskProps = { visit: string; step: AskStep; isSaved: boolean; first: Fields }

function Questions({ visit, step, isSaved, first }: AskProps): JSX.Element | null {
  const form = useHeldForm('visit', visit, first)
  const way = useWay(visit, step, form)
  const last = useRef(form)
  // While the visit is being finished its answers stay in sight, though the draft is gone already.
  const [isEnding, setEnding] = useState(false)
  if (!isEnding) last.current = form
  const shown = last.current
  if (!form || !shown) return null
  const isAnswered = form.state !== 'untouched'
  if (!isEnding && !isAnswered && (isSaved || step !== 'kind')) return <Leave step={step} />
  return <ShownStep step={step} form={shown} way={way} onEnding={setEnding} />
}

function Ask({ visit, step, about }: { visit: string; step: AskStep; about: string }): JSX.Element | null {
  const { language } = useText()
  const { device } = useOpen()
  const notebook = useNotebook()
  const [begun] = useState(() => new Date())
  const loaded = useLive(
    async () => ({
      author: (await readSettings(device)).myName,
      about: about ? await rowOf(notebook, about) : undefined,
      isSaved: (await rowOf(notebook, visit)) !== undefined,
    }),
    [device, notebook, about, visit],
  )
  if (!loaded) return null
  const now = today(begun)
  const first = {
    date: now,
    writtenAt: begun.toISOString(),
    author: loaded.author,
    language,
    ...seedOf(loaded.about, now),
  }
  return <Questions visit={visit} step={step} isSaved={loaded.isSaved} first={first} />
}

type Params = { id?: string; about?: string; step?: string }

/** Records a visit in five questions and a check page; each has its own address, all share one form. */
export function AskScreen({ params }: { params: Params }): JSX.Element {
  const seed = useRef<{ visit: string; about: string }>(undefined)
  const { id } = params
  if (!id)
    return (
      <Begin
        onBegin={(visit) => {
          seed.current = { visit, about: params.about ?? '' }
          replace(addressOf(visit, 'kind'))
        }}
      />
    )
  const about = seed.current?.visit === id ? seed.current.about : ''
  return <Ask key={id} visit={id} step={stepOf(params.step)} about={about} />
}
