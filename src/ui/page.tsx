import { createContext, type ComponentChildren, type JSX } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { back, href } from './route.ts'
import { useText } from './text.ts'

/** The main places, put into every page by the app between top line and content, where keyboards expect them. */
export const PlacesContext = createContext<JSX.Element | null>(null)

type PageProps = {
  /** Stands in the top line, names the browser's tab. */
  title: string
  /** Where Back leads when the app was opened right here; without it there is no Back. */
  parent?: string
  /** Goes back in another way than the browser's, to the question before. */
  onBack?: () => void
  /**
   * 'title': the top line is the page's heading. 'own': the content brings its own h1. 'below': it does, and the top
   * line says where one is.
   */
  heading?: 'title' | 'own' | 'below'
  /** In two panes side by side the top line shows the list's title instead of Back. */
  panes?: boolean
  /** The class that gives a screen its own look. */
  look?: string
  children: ComponentChildren
}

function Title({ title, heading = 'title', panes }: PageProps): JSX.Element | null {
  if (heading === 'title') return <h1 class="title">{title}</h1>
  if (heading === 'below') return <p class="title">{title}</p>
  return panes ? <p class="title only-two">{title}</p> : null
}

type Face = { readonly title: string; readonly look: string }

/**
 * The pages that are there, the one on top last: a page may lie over another for a while, as a problem does, and one
 * that is gone may say so only after the next one has come.
 */
const faces: Face[] = []

function showTop(): void {
  const top = faces[faces.length - 1]
  if (!top) return
  document.title = `${top.title} – Ponte`
  document.body.className = top.look
}

/** The frame of every screen: top line with Back, title, text size and help; the places; the content. */
export function Page(props: PageProps): JSX.Element {
  const { title, parent, onBack, panes, look = '', children } = props
  const { t } = useText()
  const places = useContext(PlacesContext)
  useEffect(() => {
    const face = { title, look }
    faces.push(face)
    showTop()
    return () => {
      faces.splice(faces.indexOf(face), 1)
      showTop()
    }
  }, [title, look])
  const goBack = (event: Event): void => {
    event.preventDefault()
    if (onBack) onBack()
    else back(parent ?? '/')
  }
  return (
    <>
      <a class="button skip" href="#content" onClick={toContent}>
        {t('ui.toContent')}
      </a>
      <header class="topline">
        <div class="topline-in">
          {parent !== undefined && (
            <a class={panes ? 'tool back only-one' : 'tool back'} href={href(parent)} onClick={goBack}>
              <Icon name="chevron-left" />
              <span>{t('ui.back')}</span>
            </a>
          )}
          <Title {...props} />
          <div class="tools">
            <a class="tool" href={href('/display')}>
              <span class="aa" aria-hidden="true" />
              <span>{t('ui.display')}</span>
            </a>
            <a class="tool" href={href('/help')}>
              <Icon name="circle-help" />
              <span>{t('ui.help')}</span>
            </a>
          </div>
        </div>
      </header>
      {places}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function toContent(event: Event): void {
  // The address behind '#' is the app's own: a jump inside the page must not change it.
  event.preventDefault()
  document.getElementById('content')?.focus()
}
