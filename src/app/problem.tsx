import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { readSettings, type Device } from '../db/device.ts'
import { useLive } from '../db/live.ts'
import { eraseMark } from '../db/mark.ts'
import { OpenContext } from '../db/notebook.ts'
import type { NotebookProblem, ProblemCode } from '../db/problem.ts'
import { dialable } from '../shared/phone.ts'
import { Button, Buttons, LinkButton } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Picture } from '../ui/picture.tsx'
import type { PictureName } from '../ui/pictures.ts'
import { href } from '../ui/route.ts'
import { useText, type TextKey } from '../ui/text.ts'
import { startAgain } from './start-again.ts'

type Worded = { readonly title: TextKey; readonly advice: TextKey; readonly picture: PictureName }

const wordedByCode: { readonly [code in ProblemCode]: Worded } = {
  full: { title: 'app.problem.full', advice: 'app.problem.fullAdvice', picture: 'full' },
  blocked: { title: 'app.problem.blocked', advice: 'app.problem.blockedAdvice', picture: 'blocked' },
  gone: { title: 'app.problem.gone', advice: 'app.problem.goneAdvice', picture: 'lost' },
  refused: { title: 'app.problem.refused', advice: 'app.problem.refusedAdvice', picture: 'lost' },
  'too-long': { title: 'app.problem.tooLong', advice: 'app.problem.tooLongAdvice', picture: 'full' },
  'read-only': {
    title: 'app.problem.readOnly',
    advice: 'app.problem.readOnlyAdvice',
    picture: 'blocked',
  },
  'old-version': {
    title: 'app.problem.oldVersion',
    advice: 'app.problem.oldVersionAdvice',
    picture: 'blocked',
  },
  unknown: { title: 'app.problem.unknown', advice: 'app.problem.unknownAdvice', picture: 'lost' },
}

function HelperButton({ device }: { device: Device }): JSX.Element | null {
  const { t } = useText()
  const settings = useLive(() => readSettings(device), [device])
  if (!settings?.helperPhone) return null
  return (
    <LinkButton icon="phone" to={`tel:${dialable(settings.helperPhone)}`}>
      {t('app.callHelper', { name: settings.helperName || settings.helperPhone })}
    </LinkButton>
  )
}

function beginNew(): void {
  eraseMark(localStorage)
  startAgain()
}

type ProblemProps = { problem: NotebookProblem; onAgain: () => void }

/** What happened and what to do, in plain words, with somebody to call. */
export function ProblemScreen({ problem, onAgain }: ProblemProps): JSX.Element {
  const { t } = useText()
  const open = useContext(OpenContext)
  const [sure, setSure] = useState(false)
  const { title, advice, picture } = wordedByCode[problem.code]
  return (
    <Page title={t(title)} heading="own">
      <div class="page">
        <div class="columns aside">
          <Picture name={picture} look="crossing squarer" />
          <div class="stack">
            <div class="stack tight" role="alert">
              <h1>{t(title)}</h1>
              <p>{t(advice)}</p>
            </div>
            <Buttons column>
              {open && <HelperButton device={open.device} />}
              {problem.code === 'gone' && !sure && (
                <Button onPress={() => setSure(true)}>{t('app.problem.beginNew')}</Button>
              )}
              {sure && <Button onPress={beginNew}>{t('app.problem.beginNewSure')}</Button>}
              {problem.code === 'full' && open && (
                <LinkButton to={href('/deleted')}>{t('app.problem.toDeleted')}</LinkButton>
              )}
              <Button primary onPress={onAgain}>
                {t('app.problem.again')}
              </Button>
            </Buttons>
          </div>
        </div>
      </div>
    </Page>
  )
}
