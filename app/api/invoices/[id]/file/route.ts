import { IssueInvoice } from "@/lib/domain/invoice-input";
import { issueInvoice } from "@/lib/flows/invoice/issue";
import { route } from "@/lib/web/route";

export const POST = route("invoice.issue", IssueInvoice, issueInvoice, { limitBytes: 3 * 1024 * 1024, atOnce: 4 });
