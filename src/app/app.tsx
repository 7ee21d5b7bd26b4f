import type { ComponentType, JSX } from 'preact'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { watchHere } from '../db/here.ts'
import { OpenContext, type Open } from '../db/notebook.ts'
import { problemOf, type NotebookProblem } from '../db/problem.ts'
import { isPractice } from '../db/tables.ts'
import type { Language } from '../shared/language.ts'
import { FeaturesContext, type Feature } from '../ui/feature.ts'
import { Lazy } from '../ui/lazy.tsx'
import { MayWriteContext } from '../ui/may-write.ts'
import { PlacesContext } from '../ui/page.tsx'
import { prefer } from '../ui/preferences.ts'
import { usePath } from '../ui/route.ts'
import { script } from '../ui/script.ts'
import { TextContext, type Text, type Translate } from '../ui/text.ts'
import { UndoLine } from '../ui/undo.tsx'
import { Boundary } from './boundary.tsx'
import { firstFeatures } from './first-features.ts'
import { inLanguage, learn, speak } from './i18n.ts'
import type { Opening } from './opening.ts'
import { Places } from './places.tsx'
import { ProblemNow } from './problem-now.tsx'
import { CurrentScreen } from './screen.tsx'
import { startAgain } from './start-again.ts'

/** Milliseconds from the open notebook to what the first screen does not need. */
const afterFirstScreen = 1500

/** Paths that stand alone, without the places: nothing else to decide there. */
const alone = /^\/(?:welcome|join|members\/(?:invite|share))/

async function installFirst(): Promise<ComponentType> {
  const [module] = await Promise.all([import('./install-first.tsx'), learn('ui'), learn('rest')])
  return module.InstallFirst
}

async function practiceBand(): Promise<ComponentType> {
  const [module] = await Promise.all([import('./practice-band.tsx'), learn('rest')])
  return module.PracticeBand
}

type ShownProps = {
  open: Open | undefined
  isAll: boolean
  problem: NotebookProblem | undefined
  onAgain: () => void
}

function Shown({ open, isAll, problem, onAgain }: ShownProps): JSX.Element {
  // The screen stays beneath: what was typed in it last is nowhere else yet.
  return (
    <>
      {open && isPractice(open.notebook) && <Lazy load={practiceBand} props={{}} />}
      {problem && <ProblemNow problem={problem} onAgain={open ? onAgain : startAgain} />}
      {open && (
        <div class="screens" hidden={Boolean(problem)}>
          <Boundary>
            <CurrentScreen isAll={isAll} />
            <UndoLine />
          </Boundary>
        </div>
      )}
    </>
  )
}

type Known = { readonly features: readonly Feature[]; readonly isAll: boolean }

/** What there is for whoever opened the notebook. */
const featuresFor = async ({ notebook }: Open, features: readonly Feature[]): Promise<readonly Feature[]> =>
  notebook.isReader ? (await import('./for-readers.ts')).forReaders(features) : features

/** Addresses whose screens need none of the features behind the first ones. */
const firstPaths = /^\/(?:welcome)?$/

type AppProps = {
  first: { t: Translate; language: Language }
  /** Missing where this browser tab may keep nothing. */
  opening: Opening | undefined
}

/** The whole app under its languages, features and notebook. */
export function App({ first, opening }: AppProps): JSX.Element {
  const [spoken, setSpoken] = useState(first)
  const [{ open, features, isAll }, setOpened] = useState<Known & { open?: Open }>({
    features: firstFeatures,
    isAll: false,
  })
  const [problem, setProblem] = useState<NotebookProblem>()
  const path = usePath()
  const choose = useCallback((language: Language) => {
    prefer('language', language)
    speak(language).then(
      (t) => setSpoken({ t, language }),
      (error: unknown) => setProblem(problemOf(error)),
    )
  }, [])
  useEffect(() => {
    // What a tap began and could not finish has no other screen to speak on.
    window.addEventListener('unhandledrejection', (event) => setProblem(problemOf(event.reason)))
    opening?.listen(setProblem)
    opening?.open
      .then(async (opened) => {
        const fitting = await featuresFor(opened, firstFeatures)
        // It was only waiting for another window.
        setProblem(undefined)
        setOpened({ open: opened, features: fitting, isAll: false })
      })
      .catch((error: unknown) => setProblem(problemOf(error)))
  }, [])
  useEffect(() => {
    if (!open || isAll) return
    const timer = setTimeout(
      () => {
        import('./features.ts')
          .then(async (module) => {
            const fitting = await featuresFor(open, module.features)
            setOpened({ open, features: fitting, isAll: true })
          })
          .catch((error: unknown) => setProblem(problemOf(error)))
      },
      firstPaths.test(path) ? afterFirstScreen : 0,
    )
    return () => clearTimeout(timer)
  }, [open, isAll, path])
  useEffect(() => open && watchHere(open.notebook), [open])
  useEffect(() => {
    if (problem) setProblem(undefined)
  }, [path])
  useEffect(() => {
    if (!open) return
    // After the first screen: that one reads the days that an earlier start has worked out.
    const timer = setTimeout(
      () => {
        Promise.all([import('../sync/start.ts'), import('../ui/update.ts')])
          .then(([beside, { reloadSoon }]) => beside.startBeside(open.notebook, script, reloadSoon))
          .catch(reportError)
      },
      path.startsWith('/join') ? 0 : afterFirstScreen,
    )
    return () => clearTimeout(timer)
  }, [open])
  const text: Text = useMemo(() => ({ ...spoken, choose, inLanguage }), [spoken])
  const places = open && !alone.test(path) ? <Places path={path} /> : null
  return (
    <TextContext.Provider value={text}>
      <FeaturesContext.Provider value={features}>
        <OpenContext.Provider value={open}>
          <MayWriteContext.Provider value={!open?.notebook.isReader}>
            <PlacesContext.Provider value={places}>
              {opening ? (
                <Shown open={open} isAll={isAll} problem={problem} onAgain={() => setProblem(undefined)} />
              ) : (
                <Lazy load={installFirst} props={{}} />
              )}
            </PlacesContext.Provider>
          </MayWriteContext.Provider>
        </OpenContext.Provider>
      </FeaturesContext.Provider>
    </TextContext.Provider>
  )
}
