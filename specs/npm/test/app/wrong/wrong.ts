// None of this compiles; each line is what a person would write by mistake.
import { orThrow } from 'forecourt-specs';
import { createAutochatClient, type Car } from 'forecourt-specs/autochat';
import { createAutengoClient, type VehicleOrder } from 'forecourt-specs/autengo';
import { createClaireClient, type AppointmentFilter } from 'forecourt-specs/claire';
import { createFidcarClient, type Contact, type CreateContactForm } from 'forecourt-specs/fidcar';
import { fidcarHandlers } from 'forecourt-specs/fidcar/msw';

const fidcar = createFidcarClient({ baseUrl: 'http://x', apiKey: 'k' });

// @ts-expect-error nothing of it is a contact
const nonsense: CreateContactForm = { nonsense: 1 };
// @ts-expect-error neither e-mail nor phone
const unreachable: CreateContactForm = { firstname: 'A', lastname: 'B' };
// @ts-expect-error no such member
const more: CreateContactForm = { firstname: 'A', lastname: 'B', email: 'c', nonsense: 1 };
// @ts-expect-error requests send listed values only
const unlisted: CreateContactForm = { firstname: 'A', lastname: 'B', email: 'c', service: 'wash' };
// answers may hold others
const service: Contact['service'] = 'wash';
// @ts-expect-error but of the same type
const number: Contact['service'] = 1;
// @ts-expect-error both parts or none
const order: VehicleOrder = { field: 'created' };
// @ts-expect-error a filter beside the location is needed
const filter: AppointmentFilter = { location_id: 1 };
// @ts-expect-error a path of no operation
fidcar.GET('/api/reviews');
// @ts-expect-error the id is missing
fidcar.GET('/api/review/{review_id}');
// @ts-expect-error the body is missing
fidcar.POST('/api/local/add');
// @ts-expect-error a column that there is not
createAutengoClient({ baseUrl: 'http://x', apiKey: 'k' }).GET('/v3/vehicle', { params: { query: { and: { colour: 1 } } } });
// @ts-expect-error images have to be there
const car: Car = { dealershipId: 'd', internalId: 'i', brand: 'b', model: 'm' };
// @ts-expect-error a secret alone
createAutochatClient({ baseUrl: 'http://x', clientSecret: 's' });
// @ts-expect-error no key
createClaireClient({ baseUrl: 'http://x' });
// @ts-expect-error no such operation
fidcarHandlers({ answers: { getRevue: 404 } });
// @ts-expect-error a review is no text
const text: string = await orThrow(fidcar.GET('/api/review/{review_id}', { params: { path: { review_id: '1' } } }));

export { car, filter, more, nonsense, number, order, service, text, unlisted, unreachable };
