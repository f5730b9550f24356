import { OpenInvoice } from "@/lib/domain/invoice-input";
import { openInvoice } from "@/lib/flows/invoice/open";
import { route } from "@/lib/web/route";

export const GET = route("invoice.download", OpenInvoice, openInvoice);
