import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { codeOf, endOtherSheets, trySheet } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Nothing } from './nothing.tsx'
import { Problem, type Code } from './problem.tsx'
import { useTogether, type Together } from './use-circle.ts'

type Answer = Code | 'checking' | 'wrong'

/** The digits of the paper itself: a sheet that nobody can read is none. */
function Ask({ onRight }: { onRight: () => void }): JSX.Element {
  const { t } = useText()
  const [answer, setAnswer] = useState<Answer>()
  const check = async (digits: string): Promise<void> => {
    if (answer === 'checking') return
    setAnswer('checking')
    await trySheet(digits).then(
      (isRight) => (isRight ? onRight() : setAnswer('wrong')),
      (reason: unknown) => setAnswer(codeOf(reason)),
    )
  }
  return (
    <CodeForm
      title={t('members.sheet.tryTitle')}
      how={t('members.sheet.tryHow')}
      label={t('members.sheet.digits')}
      hint={t('members.sheet.hint')}
      done={t('members.sheet.check')}
      icon="check"
      isSheet
      other={<LinkButton to={href('/members')}>{t('members.sheet.later')}</LinkButton>}
      onFound={check}
    >
      {answer === 'checking' && (
        <State look="moving" icon="refresh-cw">
          {t('members.sheet.checking')}
        </State>
      )}
      {answer === 'wrong' && (
        <div role="alert">
          <Status look="problem" icon="circle-alert">
            <strong>{t('members.sheet.wrong')}</strong>
          </Status>
        </div>
      )}
      {answer && answer !== 'checking' && answer !== 'wrong' && <Problem code={answer} />}
    </CodeForm>
  )
}

/** It is right. Those that were printed before may be in hands that nobody knows. */
function Right({ circle: { sheets } }: Together): JSX.Element {
  const { t } = useText()
  const [problem, setProblem] = useState<Code>()
  const [hasEnded, setEnded] = useState(false)
  const tried = sheets.find(({ isTried }) => isTried)
  const others = sheets.length - 1
  const end = async (): Promise<void> => {
    if (!tried) return
    setProblem(undefined)
    await endOtherSheets(tried.slip).then(
      () => setEnded(true),
      (reason: unknown) => setProblem(codeOf(reason)),
    )
  }
  return (
    <div class="page stack ask-form">
      <h1>{t('members.sheet.tryTitle')}</h1>
      <div role="status">
        <Status look="shared" icon="check">
          <strong class="line">{t('members.sheet.right')}</strong>
          {t('members.sheet.rightWhat')}
        </Status>
      </div>
      {problem && <Problem code={problem} />}
      {tried && others > 0 && (
        <>
          <p>{t('members.sheet.older', { count: others })}</p>
          <Buttons column>
            <Button icon="x" onPress={end}>
              {t('members.sheet.endOlder')}
            </Button>
          </Buttons>
        </>
      )}
      <p role="status">{hasEnded && others === 0 && t('members.sheet.ended')}</p>
      <LinkButton primary icon="check" to={href('/members')}>
        {t('members.done')}
      </LinkButton>
    </div>
  )
}

type TrySheetProps = { title: string; onBack?: () => void }

/** Trying out a printed sheet. It uses nothing up. */
export function TrySheet({ title, onBack }: TrySheetProps): JSX.Element | null {
  const together = useTogether()
  const [isRight, setRight] = useState(false)
  if (!together) return null
  const isMine = together.role === 'coordinator' && together.safety.isShared
  return (
    <Page
      title={title}
      parent="/members"
      heading={isMine ? 'below' : 'title'}
      {...(onBack ? { onBack } : {})}
    >
      {!isMine && <Nothing />}
      {isMine && !isRight && <Ask onRight={() => setRight(true)} />}
      {isMine && isRight && <Right {...together} />}
    </Page>
  )
}
