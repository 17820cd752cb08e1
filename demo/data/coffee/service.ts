import { atDay, seasonalMoment, utcTime, wallTime } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';
import type { Contact } from './contacts.js';
import type { Firm } from './firms.js';
import { enquiries, subjects, works } from './service-phrases.js';
import { featured, lastDay, serviceAddress } from './world.js';

const end = atDay(lastDay);

/** The firm that is shown first has a history worth a look. */
const callsOf = ({ accountId }: Firm, drawn: number): number =>
  accountId === featured.key ? Math.max(2, drawn) : drawn;

/** People who have a card in the CRM. */
const callers = (contacts: readonly Contact[]): (Contact & { contactId: string })[] =>
  contacts.flatMap((contact) => (contact.contactId ? [{ ...contact, contactId: contact.contactId }] : []));

/** Cases name the person who called: two relationships to the firm, by way of the contact. */
export function casesTable(contacts: readonly Contact[]): SourceTable {
  const faker = fakerFor(111);
  const { helpers } = faker;
  const rows = callers(contacts)
    .flatMap(({ contactId, firm }) =>
      Array.from({ length: callsOf(firm, helpers.arrayElement([0, 0, 1, 1, 2, 2, 3, 5])) }, () => {
        const at = seasonalMoment(faker, firm.since, end, [8, 17]);
        const [subject, outcomes] = helpers.arrayElement(subjects);
        const isOpen = at > end - 14 * 86_400_000 && faker.datatype.boolean(0.6);
        return [
          contactId,
          utcTime(at),
          subject,
          helpers.arrayElement(['Telephone', 'E-mail', 'Portal']),
          isOpen ? 'Open' : 'Resolved',
          isOpen ? 'Waiting for the technician' : helpers.arrayElement(outcomes),
        ];
      }),
    )
    .sort(byColumn(1));
  return {
    name: 'Service_Cases',
    columns: ['CaseNo', 'ContactId', 'OpenedAt', 'Subject', 'Channel', 'Status', 'Outcome', 'CaseUrl'],
    rows: rows.map((row, index) => {
      const caseNo = `CS-${41_001 + index}`;
      return [caseNo, ...row, `${serviceAddress}/cases/${caseNo}`];
    }),
  };
}

/**
 * Visits of technicians name the person who let them in, when there was one, and the firm: two paths. A person
 * who has gone to another firm since makes the two disagree.
 */
export function visitsTable(firms: readonly Firm[], contacts: readonly Contact[]): SourceTable {
  const faker = fakerFor(112);
  const { helpers } = faker;
  const staff = new Map<Firm, string[]>();
  for (const { contactId, firm } of callers(contacts))
    staff.set(firm, [...(staff.get(firm) ?? []), contactId]);
  const rows = firms
    .flatMap((firm) => {
      const { accountId } = firm;
      if (!accountId) return [];
      return Array.from(
        { length: callsOf(firm, helpers.arrayElement([0, 1, 2, 3, 4, 5])) + Math.floor(firm.size / 3) },
        () => {
          const at = seasonalMoment(faker, firm.since, end, [8, 16]);
          const [work, report] = helpers.arrayElement(works);
          const host = faker.datatype.boolean(0.82) ? helpers.arrayElement(staff.get(firm) ?? ['']) : '';
          const named = faker.datatype.boolean(0.9) ? accountId : (firm.secondAccountId ?? accountId);
          const technician = helpers.arrayElement(['R. Ames', 'J. Bright', 'T. Corry', 'S. Dell']);
          return [
            host,
            host && faker.datatype.boolean(0.1) ? '' : named,
            wallTime(at),
            work,
            report,
            technician,
          ];
        },
      );
    })
    .sort(byColumn(2));
  return {
    name: 'Service_Visits',
    columns: ['VisitNo', 'ContactId', 'AccountId', 'VisitedAt', 'Work', 'Report', 'Technician'],
    rows: rows.map((row, index) => [`V-${60_001 + index}`, ...row]),
  };
}

/** Enquiries on the web site name nobody but an e-mail address: a join that is not on the contact's key. */
export function enquiriesTable(contacts: readonly Contact[]): SourceTable {
  const faker = fakerFor(113);
  const { helpers } = faker;
  const rows = callers(contacts)
    .flatMap(({ email, firm }) => {
      if (!faker.datatype.boolean(0.32)) return [];
      const [topic, text] = helpers.arrayElement(enquiries);
      const typed = faker.datatype.boolean(0.15) ? email.toUpperCase() : email;
      return [[typed, utcTime(seasonalMoment(faker, firm.since, end, [7, 22])), topic, text]];
    })
    .sort(byColumn(1));
  return {
    name: 'Web_Enquiries',
    columns: ['EnquiryNo', 'Email', 'ReceivedAt', 'Topic', 'Message'],
    rows: rows.map((row, index) => [`EQ-${7001 + index}`, ...row]),
  };
}

function byColumn(index: number): (a: readonly string[], b: readonly string[]) => number {
  return (a, b) => ((a[index] ?? '') < (b[index] ?? '') ? -1 : 1);
}
