import { describe, expect, it } from 'vitest'
import type { Language, Locales } from './locales.ts'
import * as words from './words.ts'

/** One text in one language. */
function only(language: Language, text: string): Locales {
  return { de: {}, en: {}, pl: {}, hu: {}, [language]: { 'a.b': text } }
}

describe('words that never stand on a screen', () => {
  it.each<[Language, string]>([
    ['de', 'Ungültiger Name'],
    ['de', 'Schreibfehler'],
    ['de', 'Ups, das war nichts'],
    ['de', 'Der Server antwortet nicht'],
    ['de', 'Wird synchronisiert'],
    ['de', 'In der Cloud'],
    ['de', 'Foto hochladen'],
    ['de', 'Fotos wurden hochgeladen'],
    ['de', 'Gib deinen Namen ein'],
    ['de', 'Möchtest du das?'],
    ['de', 'Alle Teilnehmer*innen'],
    ['de', 'Alle Teilnehmer:innen'],
    ['de', 'Alle TeilnehmerInnen'],
    ['en', 'An error'],
    ['en', 'The server is away'],
    ['en', 'Syncing'],
    ['en', 'Upload a photo'],
    ['en', 'Please enter a name'],
    ['en', 'Not a valid name'],
    ['en', 'Sorry'],
    ['en', 'A town, e.g. York'],
    ['pl', 'Brak połączenia z serwerem'],
    ['pl', 'Kopia w chmurze'],
    ['pl', 'Synchronizacja'],
    ['pl', 'Wystąpił błąd'],
    ['pl', 'Liczba błędów'],
    ['pl', 'Dodałeś notatkę'],
    ['pl', 'Twoje notatki'],
    ['pl', 'Dodał(a) notatkę'],
    ['pl', 'Dodał/dodała notatkę'],
    ['hu', 'A szerver nem válaszol'],
    ['hu', 'A felhőben'],
    ['hu', 'Szinkronizálás'],
    ['hu', 'Rendszerhiba'],
    ['hu', 'Hibás név'],
    ['hu', 'Ez a te jegyzeted'],
    ['hu', 'Maga írta'],
  ])('are found in %s: %s', (language, text) =>
    expect(words.bannedWords(only(language, text))).toHaveLength(1),
  )

  it.each<[Language, string]>([
    ['de', 'Wird weitergegeben. Reserven, Gruppen, Duett, Linde, Indien, Innenstadt'],
    ['de', 'Geben Sie einen Namen ein. Von {{server}}'],
    ['de', 'Koordinatorin, Koordinatorinnen'],
    ['en', 'Observers from Leeds. Validation. Terrors.'],
    ['pl', 'Tytuł, tydzień, zapisano, karta (mała), wioślarz'],
    ['hu', 'Tegnap, terem, magas, maga a látogatás'],
  ])('are not seen in %s: %s', (language, text) =>
    expect(words.bannedWords(only(language, text))).toEqual([]),
  )
})

describe('a text that is the same in two languages', () => {
  const both = (de: string, pl: string): Locales => ({ ...only('de', de), pl: { 'a.b': pl } })
  it('was forgotten', () => {
    expect(words.untranslated(both('Notiz schreiben', 'Notiz schreiben'))).toHaveLength(1)
    expect(words.untranslated(both('Start mit {{name}}', 'Start mit {{name}}'))).toHaveLength(1)
    expect(words.untranslated(both('Notiz', 'Notatka'))).toEqual([])
  })
  it('may be a name, a sign or a word that both have', () => {
    expect(words.untranslated(both('Start', 'Start'))).toEqual([])
    expect(words.untranslated(both('Telefon: {{number}}', 'Telefon: {{number}}'))).toEqual([])
    expect(words.untranslated(both('{{count}} / {{all}}', '{{count}} / {{all}}'))).toEqual([])
  })
})

describe('a long Polish word', () => {
  const long = (text: string) => words.unbreakable({ pl: { a: text } })
  it('says where it may break, on buttons and in headings', () => {
    expect(long('Zacznij sprawozdanie')).toHaveLength(1)
    expect(long('Zacznij sprawoz\u00ADdanie')).toEqual([])
    expect(long('Napisz notatkę')).toEqual([])
    expect(long('Sprawozdanie pozostaje bez zmian.')).toEqual([])
  })
})

describe('a false friend', () => {
  const pair = (name: string, de: string, pl: string) => ({
    de: { [name]: de },
    en: {},
    pl: { [name]: pl },
    hu: {},
  })
  it('is a Polish event that is called a deadline', () => {
    expect(words.falseFriends(pair('a.events', 'Gemeinsame Termine', 'Wspólne terminy'))).toHaveLength(1)
    expect(words.falseFriends(pair('a.events', 'Gemeinsame Termine', 'Wspólne wydarzenia'))).toEqual([])
    expect(words.falseFriends(pair('a.until', 'Frist', 'Termin'))).toEqual([])
  })
  it('is a Polish button that adds something and says save', () => {
    expect(words.falseFriends(pair('a.add', 'Ort aufschreiben', 'Zapisz miejscowość'))).toHaveLength(1)
    expect(words.falseFriends(pair('a.addDate', 'Datum', 'Zapisz datę'))).toHaveLength(1)
    expect(words.falseFriends(pair('a.add', 'Ort aufschreiben', 'Dodaj miejscowość'))).toEqual([])
    expect(words.falseFriends(pair('a.savePhotos', 'Foto ablegen', 'Zapisz zdjęcie'))).toEqual([])
  })
})

describe('spaces that hold a line together', () => {
  it('stand after one-letter words in Polish', () => {
    expect(words.loseSpaces(only('pl', 'Notatki w zeszycie'))).toHaveLength(1)
    expect(words.loseSpaces(only('pl', 'Zapisano. O wizycie'))).toHaveLength(1)
    expect(words.loseSpaces(only('pl', 'Wizyta („w domu”)'))).toHaveLength(1)
    expect(words.loseSpaces(only('pl', 'A\u00a0teraz w\u00a0zeszycie i\u00a0{{a}} dom'))).toEqual([])
    expect(words.loseSpaces(only('en', 'A note'))).toEqual([])
  })
  it('stand between a number and its unit', () => {
    expect(words.loseSpaces(only('de', 'um {{time}} Uhr'))).toHaveLength(1)
    expect(words.loseSpaces(only('en', '20 MB are free'))).toHaveLength(1)
    expect(words.loseSpaces(only('de', 'um {{time}}\u00a0Uhr, 5 Mal'))).toEqual([])
  })
})

describe('quotes', () => {
  it.each<[Language, string]>([
    ['de', 'Die "Notiz"'],
    ['de', 'Die “Notiz”'],
    ['de', 'Die „Notiz”'],
    ['de', 'Die „Notiz'],
    ['de', "Anna's Notiz"],
    ['en', "Anna's note"],
    ['en', 'The “note”'],
    ['en', 'The ‘note'],
    ['pl', 'Ta „notatka“'],
    ['pl', 'Ta "notatka"'],
    ['hu', 'A „jegyzet“'],
    ['hu', 'A ‘jegyzet’'],
  ])('are wrong in %s: %s', (language, text) =>
    expect(words.wrongQuotes(only(language, text))).toHaveLength(1),
  )

  it.each<[Language, string]>([
    ['de', 'Die „Notiz“ und „{{name}}“'],
    ['en', 'The ‘note’ that’s Anna’s'],
    ['en', '‘Anna’s note’'],
    ['pl', 'Ta „notatka”'],
    ['hu', 'A „jegyzet”'],
  ])('are right in %s: %s', (language, text) => expect(words.wrongQuotes(only(language, text))).toEqual([]))
})

describe('loose ends', () => {
  it('are empty texts and spaces around one', () => {
    expect(words.ragged(only('de', ''))).toHaveLength(1)
    expect(words.ragged(only('de', 'Notiz '))).toHaveLength(1)
    expect(words.ragged(only('de', 'Notiz'))).toEqual([])
  })
})
