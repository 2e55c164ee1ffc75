import type { District } from '../districts/district.entity.js';
import type { Language } from '../shared/language.js';
import { phoneForReading } from '../shared/text/phone.js';

export type AboutPageName = 'accessibility' | 'privacy' | 'cookies' | 'about';

interface Section {
  heading: string;
  paragraphs: string[];
  list?: string[];
  link?: { label: string; href: string };
}

type Pages = Record<AboutPageName, { title: string; lead: string; sections: Section[] }> & { choose: string };

/** When the service was last tried against WCAG 2.2 AA; changed with the release that was tried. */
const ASSESSED_ON = '2026-11-23';

/** The pages in the words of one district, or, before one is chosen, of districts in general. */
export function aboutTexts(district: District | undefined): Record<Language, Pages> {
  return { sv: swedish(district), en: english(district) };
}

function swedish(district: District | undefined): Pages {
  const office = district?.officeNameSv ?? 'stadsdelsförvaltningen';
  const board = district?.boardName ?? 'Stadsdelsnämnden';
  const contact = district
    ? `${district.email} eller ${phoneForReading(district.phone)}`
    : 'kontaktuppgifterna på stadsdelens sida';
  return {
    choose: 'Läs vad som gäller för',
    accessibility: {
      title: 'Tillgänglighet för Fältbokning',
      lead: `${office.charAt(0).toUpperCase()}${office.slice(1)} står bakom den här webbplatsen. Vi vill att alla ska kunna använda den, oavsett behov.`,
      sections: [
        {
          heading: 'Hur tillgänglig är webbplatsen?',
          paragraphs: [
            'Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Inga brister är kända mot WCAG 2.2 nivå AA, men den har ännu inte prövats av personer som använder skärmläsare.',
          ],
        },
        {
          heading: 'Kända brister',
          paragraphs: ['Vi känner till det här:'],
          list: [
            'Bokningen är inte prövad med NVDA, JAWS och VoiceOver av personer som är vana vid dem. Det görs före skarp drift.',
            'Veckan på startsidan är en bild för ögat. Samma tider finns som text och knappar på sidan Välj tid.',
          ],
        },
        {
          heading: 'Hör av dig om något inte fungerar',
          paragraphs: [
            `Hittar du ett hinder, eller behöver du hjälp att boka? Hör av dig till ${contact}. Vi svarar inom två arbetsdagar.`,
          ],
        },
        {
          heading: 'Tillsyn',
          paragraphs: [
            'Myndigheten för digital förvaltning (Digg) ansvarar för tillsynen. Är du inte nöjd med hur vi hanterar dina synpunkter kan du anmäla det till Digg.',
          ],
          link: { label: 'Anmäl till Digg', href: 'https://www.digg.se/tdosanmalan' },
        },
        {
          heading: 'Så har vi testat',
          paragraphs: [
            `Bedömningen gjordes ${ASSESSED_ON} och redogörelsen uppdaterades samma dag. Vi har prövat alla sidor med automatiska tester (axe), med enbart tangentbord, utan JavaScript, i 320 punkters bredd och med 200 procents text.`,
          ],
        },
        {
          heading: 'Undantag',
          paragraphs: [
            'Vi åberopar inget undantag för oskäligt betungande anpassning (12 §), och inget innehåll är undantaget från lagen (9 §).',
          ],
        },
      ],
    },
    privacy: {
      title: 'Personuppgifter',
      lead: `${board} är personuppgiftsansvarig för de uppgifter du lämnar när du bokar.`,
      sections: [
        {
          heading: 'Vad vi sparar och varför',
          paragraphs: [
            'Vi sparar kontaktpersonens namn, roll, e-postadress och telefonnummer, och namn och telefonnummer till den som möter oss om det är någon annan. Det behövs för att planera, genomföra och följa upp besöket.',
            'Vi sparar inga uppgifter om elever, bara hur många som är med. Skriv därför ingenting om enskilda elever.',
          ],
        },
        {
          heading: 'Du som arbetar i teamet',
          paragraphs: [
            'Vi sparar ditt namn, din e-postadress, dina arbetstider, din frånvaro, vilka besök du går på och vilka publicerade tider du står på. Det behövs för att bemanna besöken.',
            'Har du lagt in adressen till en egen kalender läser vi när du är upptagen, och ingenting annat: inga rubriker, platser eller personer. Adressen sparas krypterad och visas aldrig igen.',
            'De upptagna tiderna byts ut varje gång kalendern läses, och det som varit före den dagen finns inte kvar. Tar du bort kalendern, eller stängs ditt konto, försvinner adressen och tiderna direkt.',
            'Kollegor och samordnare ser i veckan att du är upptagen, men aldrig med vad. Samordnaren ser också om kalendern inte går att läsa, och om något i den krockar med ett besök. Skolorna ser bara vilka tider som går att boka.',
          ],
        },
        {
          heading: 'Rättslig grund',
          paragraphs: [
            'Uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen): det förebyggande arbetet enligt socialtjänstlagen (2025:400).',
          ],
        },
        {
          heading: 'Hur länge',
          paragraphs: [
            'En påbörjad bokning som inte skickas tas bort efter 24 timmar. Bokningar är allmänna handlingar och gallras enligt nämndens gallringsbeslut. Statistik utan personuppgifter sparas.',
          ],
        },
        {
          heading: 'Dina rättigheter',
          paragraphs: [
            `Du kan begära att få se, rätta eller begränsa dina uppgifter, och invända mot behandlingen. Hör av dig till ${contact}. Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.`,
          ],
        },
        {
          heading: 'Vem får uppgifterna',
          paragraphs: [
            'Fältassistenter och samordnare i stadsdelen. Bokningen blir en allmän handling, så den kan lämnas ut till den som frågar. Vi använder inga spårare och lämnar inga uppgifter till andra företag än den som driver tjänsten åt oss.',
          ],
        },
      ],
    },
    cookies: {
      title: 'Kakor',
      lead: 'Webbplatsen använder bara kakor som behövs för att den ska fungera. Därför frågar vi inte om lov.',
      sections: [
        {
          heading: 'De här kakorna finns',
          paragraphs: [],
          list: [
            'utkast: hittar din påbörjade bokning igen. Finns i 24 timmar.',
            'bokning: en för varje bokning som du öppnar med en länk. Finns i 24 timmar.',
            'csrf: skyddar formulären mot förfalskade anrop. Finns tills du stänger webbläsaren.',
            'session: håller personal inloggad. Finns tills webbläsaren stängs, eller i 30 dagar om man har valt det.',
            'losenord: medan personal väljer lösenord. Finns tills webbläsaren stängs.',
            'prenumeration: när personal skapar en kalenderlänk. Finns tills länken har visats, högst fem minuter.',
          ],
        },
        {
          heading: 'Ingen spårning',
          paragraphs: ['Vi mäter inte ditt besök och hämtar ingenting från andra webbplatser.'],
        },
      ],
    },
    about: {
      title: 'Om tjänsten',
      lead: 'Fältbokning är fri programvara som varje kommun kan använda.',
      sections: [
        {
          heading: 'Öppen källkod',
          paragraphs: [
            'Koden är fri under EUPL-1.2. Den som vill kan läsa den, använda den och förbättra den.',
          ],
        },
        {
          heading: 'För andra system',
          paragraphs: [
            'Lediga tider och bokning finns också som ett programmeringsgränssnitt, beskrivet med OpenAPI.',
          ],
          link: { label: 'Beskrivning av gränssnittet', href: '/api/v1/openapi.json' },
        },
      ],
    },
  };
}

function english(district: District | undefined): Pages {
  const office = district?.officeNameEn ?? 'The district administration';
  const board = district?.boardName ?? 'The district board';
  const contact = district
    ? `${district.email} or ${phoneForReading(district.phone)}`
    : 'the address on the district’s page';
  return {
    choose: 'Read what applies to',
    accessibility: {
      title: 'Accessibility of Fältbokning',
      lead: `${office} is responsible for this website. We want everybody to be able to use it, whatever their needs.`,
      sections: [
        {
          heading: 'How accessible is the website?',
          paragraphs: [
            'The website is partly compliant with the Swedish act on accessibility to digital public service. No failures against WCAG 2.2 level AA are known, but it has not yet been tried by people who use screen readers.',
          ],
        },
        {
          heading: 'Known shortcomings',
          paragraphs: ['We know of these:'],
          list: [
            'The booking has not been tried with NVDA, JAWS and VoiceOver by people who are used to them. That is done before real use.',
            'The week on the start page is a picture for the eye. The same times are text and buttons on the page Choose a time.',
          ],
        },
        {
          heading: 'Tell us if something does not work',
          paragraphs: [
            `Have you found an obstacle, or do you need help to book? Contact ${contact}. We answer within two working days.`,
          ],
        },
        {
          heading: 'Supervision',
          paragraphs: [
            'The Agency for Digital Government (Digg) supervises the act. If you are not content with how we handle your views you can report it to Digg.',
          ],
          link: { label: 'Report to Digg', href: 'https://www.digg.se/tdosanmalan' },
        },
        {
          heading: 'How we have tested',
          paragraphs: [
            `The assessment was made on ${ASSESSED_ON}, and the statement was updated the same day. All pages were tried with automatic tests (axe), by keyboard alone, without JavaScript, at a width of 320 pixels and with text at 200 percent.`,
          ],
        },
        {
          heading: 'Exemptions',
          paragraphs: [
            'We claim no exemption for disproportionate burden (section 12), and no content is outside the act (section 9).',
          ],
        },
      ],
    },
    privacy: {
      title: 'Personal data',
      lead: `${board} is the controller of the data that you give when you book.`,
      sections: [
        {
          heading: 'What we keep and why',
          paragraphs: [
            'We keep the contact person’s name, role, e-mail address and telephone number, and the name and number of the person who meets us if it is somebody else. We need them to plan, hold and follow up the visit.',
            'We keep no data about pupils, only how many there are. So please write nothing about individual pupils.',
          ],
        },
        {
          heading: 'You who work in the team',
          paragraphs: [
            'We keep your name, your e-mail address, your working hours, your absence, the visits that you go on and the published times that you are named on. We need them to staff the visits.',
            'If you have entered the address of a calendar of your own we read when you are busy, and nothing else: no titles, places or people. The address is kept encrypted and is never shown again.',
            'The busy times are replaced each time the calendar is read, and what was before that day is not kept. If you remove the calendar, or your account is closed, the address and the times are gone at once.',
            'Colleagues and coordinators see in the week that you are busy, but never with what. The coordinator also sees when the calendar cannot be read, and when something in it clashes with a visit. Schools only see which times can be booked.',
          ],
        },
        {
          heading: 'Legal basis',
          paragraphs: [
            'A task in the public interest (article 6.1 e of the GDPR): preventive work under the Swedish social services act (2025:400).',
          ],
        },
        {
          heading: 'For how long',
          paragraphs: [
            'A booking that was begun and never sent is removed after 24 hours. Bookings are public records and are destroyed as the board has decided. Statistics without personal data are kept.',
          ],
        },
        {
          heading: 'Your rights',
          paragraphs: [
            `You can ask to see, correct or restrict your data, and object to the processing. Contact ${contact}. You can complain to the Swedish Authority for Privacy Protection, imy.se.`,
          ],
        },
        {
          heading: 'Who gets the data',
          paragraphs: [
            'Youth field workers and coordinators of the district. The booking becomes a public record, so it may be given to whoever asks. We use no trackers and give no data to companies other than the one that runs the service for us.',
          ],
        },
      ],
    },
    cookies: {
      title: 'Cookies',
      lead: 'The website only uses cookies that it needs to work. That is why we do not ask for leave.',
      sections: [
        {
          heading: 'These are the cookies',
          paragraphs: [],
          list: [
            'utkast: finds the booking that you have begun. Kept for 24 hours.',
            'bokning: one for each booking that you open by a link. Kept for 24 hours.',
            'csrf: protects the forms against forged requests. Kept until you close the browser.',
            'session: keeps staff signed in. Kept until the browser is closed, or for 30 days where that was chosen.',
            'losenord: while staff choose a password. Kept until the browser is closed.',
            'prenumeration: when staff make a calendar link. Kept until the link has been shown, five minutes at most.',
          ],
        },
        {
          heading: 'No tracking',
          paragraphs: ['We do not measure your visit and fetch nothing from other websites.'],
        },
      ],
    },
    about: {
      title: 'About the service',
      lead: 'Fältbokning is free software that every municipality can use.',
      sections: [
        {
          heading: 'Open source',
          paragraphs: ['The code is free under EUPL-1.2. Whoever wants can read it, use it and better it.'],
        },
        {
          heading: 'For other systems',
          paragraphs: [
            'Free times and booking are also there as a programming interface, described by OpenAPI.',
          ],
          link: { label: 'Description of the interface', href: '/api/v1/openapi.json' },
        },
      ],
    },
  };
}
