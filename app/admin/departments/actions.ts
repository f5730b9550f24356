"use server";

import { saveDepartment as save } from "@/lib/commands/department/save";
import { SaveDepartment } from "@/lib/domain/department-input";
import { action } from "@/lib/web/action";

export const saveDepartment = action("department.save", SaveDepartment, save, { revalidate: "/" });
