import type { JSX } from 'preact'
import { languages, type Language } from '../../shared/language.ts'
import type { Content, PublicDate, Texts } from '../../shared/register/content.ts'
import { shownText } from '../../shared/register/text.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { href } from '../../ui/route.ts'
import { roughDate } from '../../ui/rough-dates.ts'
import { useText, type Text } from '../../ui/text.ts'
import { whenAtReader, whenWords } from '../../ui/when.ts'
import { wordsOfTheme } from '../../ui/theme-words.ts'
import { townPath } from '../../ui/town-path.ts'
import { Contact } from './contact.tsx'
import { countryName } from './places.ts'
import { happeningKeys, kindKeys, linkStateKeys, projectStateKeys } from './words.ts'

/** Somebody else's words: they turn nothing that stands beside them. */
const Foreign = ({ children }: { children: string }): JSX.Element => <bdi>{shownText(children)}</bdi>

/** The text in the reader's language, else in the title's, else in any. */
export function bestText(texts: Texts, reader: Language, own: Language): Language | undefined {
  return [reader, own, ...languages].find((language) => texts[language] !== '')
}

const Paragraph = ({ text, language }: { text: string; language: Language }): JSX.Element => (
  <p class="written" lang={language}>
    <Foreign>{text}</Foreign>
  </p>
)

type TextsProps = { texts: Texts; own: Language; all: boolean }

/** One text for who reads, or all of them for who publishes. */
function Paragraphs({ texts, own, all }: TextsProps): JSX.Element | null {
  const { language: reader } = useText()
  const best = bestText(texts, reader, own)
  const shown = all ? languages.filter((language) => texts[language] !== '') : best ? [best] : []
  if (shown.length === 0) return null
  return (
    <>
      {shown.map((language) => (
        <Paragraph key={language} text={texts[language]} language={language} />
      ))}
    </>
  )
}

function dateWords({ on, what, place }: PublicDate, { t, language }: Text): string {
  const words = [`${t(happeningKeys[what])}: ${roughDate(on, language)}`, shownText(place)]
  return words.filter(Boolean).join(', ')
}

type Fact = { readonly name: string; readonly words: string }

const saysSomething = ({ words }: Fact): boolean => words !== ''

/** Kind and status, or when and where: what is special about its type. `name` stands before it, '' for none. */
function factsOf(content: Content, text: Text): Fact[] {
  const { t, language } = text
  const bare = (words: string): Fact => ({ name: '', words })
  if ('kind' in content) return [bare(`${t(kindKeys[content.kind])}, ${t(linkStateKeys[content.status])}`)]
  if ('status' in content) return [bare(t(projectStateKeys[content.status]))]
  if ('withWhom' in content) return [{ name: t('register.withWhom'), words: content.withWhom }]
  if (!('zone' in content)) return []
  const { date, until, time, zone, place, online } = content
  const when = { date, time, endDate: until, endTime: '', zone }
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [
    bare(whenWords(when, language, t)),
    bare(whenAtReader(when, language, t, own)),
    bare(place),
    bare(online ? t('register.online') : ''),
  ]
}

/** All that an entry says, as plain text. `all`: with its title, and in all its languages. */
export function EntryView({ content, all = false }: { content: Content; all?: boolean }): JSX.Element {
  const text = useText()
  const { t, language } = text
  const dates = 'dates' in content ? content.dates : []
  const facts = factsOf(content, text).filter(saysSomething)
  return (
    <div class="stack">
      <div class="stack tight">
        {all && content.title && (
          <p lang={content.language}>
            <strong>
              <Foreign>{content.title}</Foreign>
            </strong>
          </p>
        )}
        {facts.map(({ name, words }) => (
          <p key={words}>
            {name && `${name}: `}
            <Foreign>{words}</Foreign>
          </p>
        ))}
        {content.seeksPartners && (
          <p>
            <strong>{t('register.seeks')}</strong>
          </p>
        )}
        <p class="secondary">
          {t('register.by')}: <Foreign>{content.association}</Foreign>
        </p>
      </div>
      <Paragraphs texts={content.text} own={content.language} all={all} />
      {'again' in content && bestText(content.again, language, content.language) && (
        <Section title={t('register.again')}>
          <Paragraphs texts={content.again} own={content.language} all={all} />
        </Section>
      )}
      {dates.length > 0 && (
        <Section title={t('register.dates')}>
          <ul>
            {dates.map((date, at) => (
              <li key={at}>
                <bdi>{dateWords(date, text)}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {content.towns.length > 0 && (
        <Section title={t('register.towns')}>
          <Rows>
            {content.towns.map((town, at) => (
              <Row key={at} to={href(townPath(town))} detail={countryName(town.country, language)}>
                <Foreign>{town.name}</Foreign>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {content.themes.length > 0 && (
        <Section title={t('register.themes')}>
          <p>{content.themes.map((theme) => t(wordsOfTheme[theme])).join(', ')}</p>
        </Section>
      )}
      <Contact content={content} />
    </div>
  )
}
