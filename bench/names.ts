import type { Language } from '../src/shared/language.ts'

/** What a town's people are called there, and how their telephone numbers begin. */
type Country = {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly towns: readonly string[]
  readonly streets: readonly string[]
  readonly phone: string
  readonly familyFirst: boolean
}

const words = (text: string): string[] => text.trim().split(/\s+/)

export const countries: { readonly [language in Language]: Country } = {
  de: {
    given:
      words(`Anneliese Bärbel Bernd Brigitte Christa Detlef Dieter Edeltraud Elfriede Erika Ernst Friedrich Gerda Gisela
      Günter Hannelore Hans-Jürgen Heinz Helga Herbert Hildegard Horst Ilse Ingeborg Jörg Jürgen Käthe Karl-Heinz Klaus
      Liselotte Lothar Manfred Marlies Renate Rüdiger Rolf Rosemarie Sieglinde Siegfried Ursula Uwe Waltraud Werner Wolfgang`),
    family:
      words(`Albrecht Bäcker Baumann Becker Böhm Brandt Braun Busch Dietrich Ebert Engel Fischer Franke Fröhlich Fuchs
      Graf Groß Günther Haas Hartmann Heinrich Herrmann Hofmann Horn Huber Jäger Jung Kaiser Keller Köhler König Krämer Kraus
      Krüger Kuhn Lang Lehmann Lindner Lorenz Ludwig Maier Meißner Meyer Möller Müller Müller-Ost Neumann Otto Peters Pfeiffer
      Pohl Richter Roth Sauer Schäfer Schmid Schmidt Schneider Schröder Schubert Schulze Schuster Seidel Simon Sommer Stein
      Thomas Vogel Voigt Wagner Walter Weber Weiß Winkler Winter Wolf Ziegler Zimmermann`),
    towns: words('Lindenau Altmühl Seefelden Kirchbach Neustadt Hagenow'),
    streets: ['Bahnhofstraße', 'Am Kirchberg', 'Lindenallee', 'Goetheweg', 'Marktplatz', 'Mühlgasse'],
    phone: '+49 ',
    familyFirst: false,
  },
  en: {
    given:
      words(`Agnes Alan Albert Alice Arthur Barbara Barry Beryl Brenda Brian Cecil Clifford Colin Daphne Deirdre Derek
      Doreen Dorothy Douglas Edith Edward Eileen Elsie Ernest Frank Geoffrey George Gladys Graham Harold Hazel Hilda Irene
      Ivor Jean Joyce Keith Kenneth Maureen Mavis Mildred Norman Pamela Reginald Ronald Sheila Stanley Trevor Vera Winifred`),
    family:
      words(`Abbott Adams Atkinson Bailey Barker Barrett Bennett Booth Bradley Brooks Burton Butler Carter Chambers
      Chapman Clarke Collins Cooper Cox Davidson Dawson Dixon Ellis Fletcher Foster Gibson Gill Goddard Grant Griffiths Hall
      Harris Harvey Hawkins Holmes Hudson Hughes Hunt Jackson Jenkins Johnson Kelly Kennedy King Knight Lawson Lewis Marshall
      Mason Mills Mitchell Moore Morgan Murray Newton Noble O'Brien O'Connor Palmer Parker Pearson Phillips Porter Price
      Reynolds Richardson Roberts Robinson Russell Saunders Scott Shaw Simpson Spencer Stevens Taylor Thompson Turner Walker
      Ward Watson Webb West Williamson Wright`),
    towns: words('Ashford Brimley Castleton Hexworth Oakham Thornbury'),
    streets: ['Church Lane', 'High Street', 'Mill Road', 'Station Road', 'The Green', 'Victoria Terrace'],
    phone: '+44 ',
    familyFirst: false,
  },
  pl: {
    given:
      words(`Agnieszka Alicja Andrzej Barbara Bogdan Bożena Bronisław Czesław Danuta Elżbieta Eugeniusz Ewa Genowefa
      Grażyna Halina Henryk Irena Jadwiga Janina Janusz Jerzy Józef Kazimierz Krystyna Krzysztof Leszek Łucja Łukasz
      Małgorzata Marian Mieczysław Mirosław Ryszard Stanisław Stefania Tadeusz Teresa Urszula Wacław Wanda Wiesława
      Wojciech Zbigniew Zdzisława Zofia Zygmunt`),
    family:
      words(`Adamczyk Andrzejewska Bąk Baran Błaszczyk Borkowska Chmielewski Cieślak Czarnecki Dąbrowska Duda Dudek
      Gajewska Głowacki Górska Grabowski Jabłońska Jakubowski Jankowska Jasiński Jaworska Kaczmarek Kamiński Kołodziej
      Kowalczyk Kowalska Kozłowski Krajewska Król Krupa Kubiak Kucharska Kwiatkowski Laskowska Lewandowska Łuczak
      Maciejewski Majewska Makowski Malinowska Marciniak Mazur Michalak Mróz Nowak Nowakowska Olszewski Ostrowska Pawlak
      Pietrzak Piotrowska Przybylski Rutkowska Sadowski Sawicka Sikora Sobczak Sokołowska Stępień Szczepański Szulc
      Szymańska Śliwińska Tomczak Urbańska Walczak Wasilewska Wieczorek Wilk Wiśniewska Witkowski Włodarczyk Wojciechowska
      Woźniak Wróbel Wysocka Zając Zakrzewska Zalewski Zawadzka Zieliński Ziółkowska`),
    towns: words('Brzezina Dąbrówka Jeziorany Łąkowo Nowogród Zielonka'),
    streets: ['ul. Kościuszki', 'ul. Lipowa', 'ul. Ogrodowa', 'ul. Polna', 'Rynek', 'ul. Szkolna'],
    phone: '+48 ',
    familyFirst: false,
  },
  hu: {
    given:
      words(`Ágnes Andrea András Árpád Béla Bernadett Dezső Dénes Edit Elemér Erzsébet Éva Ferenc Gábor Géza Gizella
      György Györgyi Gyula Ilona Imre István Jenő József Judit Julianna Katalin Kálmán Károly Klára Lajos László Magdolna
      Margit Mária Márta Mihály Miklós Piroska Rozália Sándor Sára Tibor Vilmos Zoltán Zsófia Zsuzsanna`),
    family:
      words(`Antal Bakos Balázs Balla Balog Barta Bálint Benkő Bíró Bodnár Bogdán Bognár Borbély Boros Csaba Csonka
      Deák Dobos Dudás Erdélyi Faragó Farkas Fazekas Fábián Fehér Fekete Fodor Fülöp Gál Gáspár Gergely Gulyás Halász Hajdu
      Hegedűs Hegyi Horváth Illés Jakab Jónás Juhász Katona Kelemen Kerekes Király Kis Kocsis Kovács Kozma Lakatos Lengyel
      Lukács Magyar Major Márton Máté Mészáros Molnár Nagy Nemes Németh Novák Orbán Orosz Orsós Pap Pál Pásztor Péter Pintér
      Rácz Sándor Sipos Somogyi Soós Szabó Szalai Szekeres Székely Szilágyi Szőke Szűcs Takács Tamás Tóth Török Varga Vass
      Veres Vincze Virág Vörös Zsigmond`),
    towns: words('Aranyhegy Erdőfalu Kőszeghegy Nyáros Tóparti Zsolcás'),
    streets: ['Fő utca', 'Kossuth tér', 'Petőfi utca', 'Rózsa utca', 'Templom köz', 'Vasút utca'],
    phone: '+36 ',
    familyFirst: true,
  },
}

/** What notes are made of; a few hundred characters need several of them. */
export const sentences: { readonly [language in Language]: readonly string[] } = {
  de: [
    'Beim Abendessen haben wir über den Besuch im Mai gesprochen.',
    'Sie möchte lieber im Erdgeschoss wohnen, die Treppe fällt ihr schwer.',
    'Der Bus wird um acht Uhr vor dem Rathaus stehen.',
    'Wegen der Noten für den Chor noch einmal anrufen!',
    'Er bringt zwei Kisten Apfelsaft vom eigenen Garten mit.',
    'Das Geschenk für die Bürgermeisterin liegt im Schrank des Vereins.',
    'Für die Führung durch die Altstadt brauchen wir noch jemanden, der dolmetscht.',
  ],
  en: [
    'We talked about the visit in May over dinner.',
    'She would rather sleep downstairs, the steps are hard for her.',
    'The coach will wait outside the town hall at eight.',
    'Ring again about the music for the choir.',
    'He is bringing two crates of apple juice from his own garden.',
    'The present for the mayor is in the cupboard of the association.',
    'Somebody who can interpret is still needed for the tour of the old town.',
  ],
  pl: [
    'Przy kolacji rozmawialiśmy o majowych odwiedzinach.',
    'Woli mieszkać na parterze, schody sprawiają jej kłopot.',
    'Autobus będzie czekał o ósmej przed ratuszem.',
    'Trzeba jeszcze raz zadzwonić w sprawie nut dla chóru.',
    'Przywiezie dwie skrzynki soku jabłkowego z własnego ogrodu.',
    'Prezent dla pani burmistrz leży w szafie stowarzyszenia.',
    'Do zwiedzania starego miasta potrzebny jest jeszcze ktoś, kto tłumaczy.',
  ],
  hu: [
    'Vacsora közben a májusi látogatásról beszélgettünk.',
    'Inkább a földszinten lakna, a lépcső nehezére esik.',
    'A busz nyolckor a városháza előtt fog várni.',
    'Még egyszer telefonálni kell a kórus kottái miatt.',
    'Két láda almalevet hoz a saját kertjéből.',
    'A polgármester asszony ajándéka az egyesület szekrényében van.',
    'Az óvárosi sétához kell még valaki, aki tolmácsol.',
  ],
}
