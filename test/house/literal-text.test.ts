import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'
import { literalText } from '../../.ci/literal-text.ts'

RuleTester.describe = describe
RuleTester.it = it

const errors = 1
const bad = [
  '<p>Hallo</p>',
  '<>Hallo</>',
  "<p>{'Hallo'}</p>",
  '<p>{`Hallo`}</p>',
  '<p>{`${count} Fotos`}</p>',
  "<p>{`${late ? 'spät' : ''}`}</p>",
  "<p>{late && 'spät'}</p>",
  "<p>{late ? 'spät' : t('a.b')}</p>",
  "<p>{t('a.b') + ' Uhr'}</p>",
  "<p>{name ?? 'niemand'}</p>",
  "<p>{['Hallo']}</p>",
  "<p>{'Hallo' as string}</p>",
  '<p>&Auml;</p>',
  '<img alt="Bild" />',
  '<button aria-label="x" />',
  "<button aria-label={'x'} />",
  '<button title={`Notiz ${name}`} />',
  '<input placeholder="Name" />',
  '<Field label="Name" />',
  "<Field label={late ? 'spät' : ''} />",
]
const good = [
  "<p>{t('people.add')}</p>",
  '<p>{name}: {count} / 12 – (3)&nbsp;·{" "}{`${a}, ${b}`}</p>',
  '<p> 14:05 </p>',
  '<img alt="" />',
  '<button aria-label={t("people.add")} title={name} />',
  '<p class="quiet" id="top" role="status" lang="de">{[a, b]}</p>',
  "<p>{kind === 'note' ? a : b}</p>",
  "<Field labelKey='people.name' />",
  "const word = 'Hallo'",
]

new RuleTester({ languageOptions: { parserOptions: { lang: 'tsx' } } }).run('literal-text', literalText, {
  valid: good,
  invalid: bad.map((code) => ({ code, errors })),
})
