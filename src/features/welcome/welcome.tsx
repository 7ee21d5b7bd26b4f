import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { keepSettings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { SizeChoice } from '../../ui/display-choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

function AskName({ onNext }: { onNext: () => void }): JSX.Element {
  const { t, language, choose } = useText()
  const { device } = useOpen()
  const [name, setName] = useState('')
  const next = async (): Promise<void> => {
    await keepSettings(device, { myName: name.trim() })
    onNext()
  }
  return (
    <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
      <div class="stack tight">
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.what')}</p>
      </div>
      <Choices
        legend={t('welcome.language')}
        beside="narrow"
        value={language}
        onChoose={choose}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <TextField
        label={t('welcome.name')}
        hint={t('welcome.nameHint')}
        optional
        value={name}
        autocomplete="name"
        onInput={setName}
      />
      <Buttons column>
        <LinkButton to={href('/join')}>{t('welcome.invited')}</LinkButton>
        <LinkButton to={href('/backup')}>{t('welcome.backup')}</LinkButton>
      </Buttons>
      <Button primary submit onPress={next}>
        {t('welcome.next')}
      </Button>
    </form>
  )
}

function AskSize(): JSX.Element {
  const { t } = useText()
  const { device } = useOpen()
  const begin = async (): Promise<void> => {
    await keepSettings(device, { welcomed: 'yes' })
    replace('/')
  }
  return (
    <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
      <h1>{t('welcome.size')}</h1>
      <SizeChoice />
      <p class="card">{t('welcome.sample')}</p>
      <Button primary submit onPress={begin}>
        {t('welcome.begin')}
      </Button>
    </form>
  )
}

/** The first minute: language, name, size of the letters. No tour. */
export function Welcome(): JSX.Element {
  const { t } = useText()
  const [step, setStep] = useState<'name' | 'size'>('name')
  return (
    <Page title={t('welcome.title')} heading="own" look="ask">
      <div class="ask-in">
        <div class="ask-side">
          <Picture name="welcome" />
        </div>
        {step === 'name' ? <AskName onNext={() => setStep('size')} /> : <AskSize />}
      </div>
    </Page>
  )
}
