// Carries a referral across a border, typed by what openapi-typescript makes of the documents.
import createClient from "openapi-fetch";
import type { paths as Reception } from "./reception.js";
import type { components, paths as Referral } from "./referral.js";

declare const process: { env: Record<string, string | undefined> };

type Problem = components["schemas"]["Problem"];
type Answer<T> = { data?: T; error?: Problem };

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const headers = (token: string) => ({ Authorization: `Bearer ${setting(token)}` });
const desk = createClient<Reception>({
  baseUrl: setting("RECEPTION"),
  headers: headers("ISSUER_TOKEN"),
});
const issuer = createClient<Referral>({
  baseUrl: setting("ISSUER"),
  headers: headers("ISSUER_TOKEN"),
});
const recipient = createClient<Referral>({
  baseUrl: setting("RECIPIENT"),
  headers: headers("RECIPIENT_TOKEN"),
});

// What one service has answered, another knows a moment later.
async function soon<T>(ask: () => Promise<Answer<T>>, enough: (data: T) => boolean): Promise<T> {
  let last: Answer<T> = {};
  for (let tries = 0; tries < 240; tries++) {
    last = await ask();
    if (last.data !== undefined && enough(last.data)) return last.data;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`not in time: ${last.error?.type} ${last.error?.detail}`);
}

const registered = await desk.POST("/v1/returns", {
  params: { header: { "Idempotency-Key": "typescript-1" } },
  body: {
    person: {
      givenNames: "Tomasa",
      familyNames: "Tipada",
      birthDate: "1992-03-04",
      sex: "F",
      nationality: "HND",
    },
    returnedOn: setting("RETURNED_ON"),
    receptionPoint: "gtm-fag",
    returnedFrom: "USA",
    will: "forced",
    destination: { country: "HND", subdivision: "HN-FM" },
    consent: {
      purposes: ["referral"],
      scope: ["region"],
      givenBy: "self",
      validUntil: "2099-12-31",
    },
  },
});
if (!registered.data?.consentId) throw new Error(registered.error?.detail);
const { caseId, consentId } = registered.data;

const referral = await soon(
  () =>
    issuer.POST("/v1/referrals", {
      params: { header: { "Idempotency-Key": "typescript-2" } },
      body: {
        caseId,
        consentId,
        offerId: "hnd-reinsercion",
        need: { dimension: "social", category: "one-stop-desk", urgency: "normal" },
      },
    }),
  () => true,
);
const id = { path: { id: referral.referralId } };

await soon(() => recipient.GET("/v1/referrals/{id}", { params: id }), () => true);
const answered = await recipient.POST("/v1/referrals/{id}/facts", {
  params: { ...id, header: { "Idempotency-Key": "typescript-3" } },
  body: { type: "accepted" },
});
if (answered.data?.status !== "accepted") throw new Error(answered.error?.detail);
await soon(
  () => issuer.GET("/v1/referrals/{id}", { params: id }),
  (seen) => seen.status === "accepted",
);
console.log(`accepted ${referral.referralId}`);
