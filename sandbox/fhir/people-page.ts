import { type Html, html, page } from "../page";
import { cardPicture } from "./card-code";
import { addDays, shanghaiDay } from "./days";
import { ownPeople } from "./people";
import type { Person } from "./person";

/** Who is on file: what to type to link a card, and what each person is good for. */
export function peoplePage(people: Person[], today: Date) {
  const day = shanghaiDay(today);
  const inOrder = people.toSorted((a, b) => a.cardNumber.localeCompare(b.cardNumber));
  return page({
    title: "医院病历 Hospital records",
    body: html`
<h1>医院病历 <span class="muted">Hospital records, FHIR R4 (stand-in)</span></h1>
<p class="muted">以下人员均为虚构。在“添加就诊人”中照此填写姓名、证件号和健康卡号（或扫描卡上的二维码），即可绑定线下病历。<br>
Nobody here is real. Type the name, ID number and health card number as shown under “Add patient”, or scan the card’s code, to link the record.</p>
<p class="muted">就诊日期自启动当天（${day}）往前推算 Visits are counted back from the day it was started.</p>
${people.length === 0 && html`<p class="card">尚无病历 Nobody is on file</p>`}
${inOrder.map((person) => card(person, day))}`,
  });
}

const sexes = { female: "女 female", male: "男 male" } as const;
const idTypes = { resident_id: "身份证 ID", passport: "护照 Passport" } as const;

function card(person: Person, today: string): Html {
  const why = ownPeople.find(({ cardNumber }) => cardNumber === person.cardNumber)?.why;
  const { lastVisitDaysAgo: days } = person;
  const visit =
    days === null ? "从未就诊 never" : `${addDays(today, -days)}（${days} 天前 ${days === 1 ? "day" : "days"} ago）`;
  return html`
<section class="card" id="${person.cardNumber}" aria-label="${person.name}">
  <div class="row"><h2>${person.name}</h2><span class="badge">${sexes[person.sex]}</span></div>
  ${why && html`<p class="muted">${why.zh}<br>${why.en}</p>`}
  <dl>
    <dt>出生 Born</dt><dd>${person.birthDate}</dd>
    <dt>${idTypes[person.idType]}</dt><dd><code>${person.idNumber}</code></dd>
    <dt>健康卡 Card</dt><dd><code>${person.cardNumber}</code></dd>
    <dt>就诊 Seen</dt><dd>${visit}</dd>
    ${listed("诊断 Has", person.conditions)}
    ${listed("过敏 Allergy", person.allergies)}
    ${listed("用药 Takes", person.medicines)}
  </dl>
  ${cardPicture(person.cardNumber)}
  <details>
    <summary>写入检查结果 Enter a result</summary>
    <form method="post" action="/results">
      <input type="hidden" name="cardNumber" value="${person.cardNumber}">
      <p><label>检查单编号 Number of the slip <input name="number" placeholder="TS…" required></label></p>
      <p><label>结论 Result <input name="conclusion" maxlength="200" required></label></p>
      <button>写入 Enter</button>
    </form>
  </details>
</section>`;
}

const listed = (label: string, texts: string[]) =>
  texts.length > 0 && html`<dt>${label}</dt><dd>${texts.join("；")}</dd>`;
