import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { RegisterInfo } from '../../db/register/tables.ts'
import { codeOf, takeRegister } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** Bytes of the base for each link, towns and all, as it comes through the network: measured, and rounded up. */
const bytesALink = 20

/** Nothing can be said without the towns and links of the register: what that takes, and the button that fetches them. */
export function NoBase({ info }: { info: RegisterInfo }): JSX.Element {
  const { t, language } = useText()
  const [isTaking, setTaking] = useState(false)
  const [problem, setProblem] = useState<ReturnType<typeof codeOf>>()
  const { offered, takenAt } = info
  const take = async (): Promise<void> => {
    setTaking(true)
    setProblem(undefined)
    await takeRegister().catch((error: unknown) => setProblem(codeOf(error)))
    setTaking(false)
  }
  const size = offered && {
    number: offered.links.toLocaleString(language),
    size: Math.max(0.1, Math.ceil((offered.links * bytesALink) / 100_000) / 10).toLocaleString(language),
  }
  const words = size ? t('fit.fetchSize', size) : takenAt > 0 ? t('fit.noneThere') : t('fit.fetch')
  return (
    <Empty picture="door-register" words={words}>
      {problem && (
        <div role="alert">
          <Status look="neutral" icon={problem === 'offline' ? 'wifi-off' : 'info'}>
            {problem === 'offline'
              ? t('register.problem.offline')
              : problem === 'unknown'
                ? t('register.problem.none')
                : t('register.problem.unexpected')}
          </Status>
        </div>
      )}
      {isTaking ? (
        <State look="moving" icon="refresh-cw">
          {t('fit.fetching')}
        </State>
      ) : (
        <Button primary icon="download" onPress={take}>
          {t(offered || takenAt === 0 ? 'fit.fetchNow' : 'fit.lookAgain')}
        </Button>
      )}
    </Empty>
  )
}
