-- Finding a doctor: what departments and specialties are searched by, what finished patients say, and how soon a doctor answers.
ALTER TABLE "Department" ADD COLUMN "pinyin" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Doctor" ADD COLUMN "specialtiesPinyin" TEXT NOT NULL DEFAULT '';

CREATE TABLE "ConsultationRating" (
    "consultationId" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "tags" TEXT[],
    "words" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsultationRating_pkey" PRIMARY KEY ("consultationId")
);
CREATE INDEX "ConsultationRating_doctorId_idx" ON "ConsultationRating"("doctorId");
ALTER TABLE "ConsultationRating" ADD CONSTRAINT "ConsultationRating_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ConsultationRating" ADD CONSTRAINT "ConsultationRating_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ConsultationRating" ADD CONSTRAINT "ConsultationRating_stars_check" CHECK ("stars" BETWEEN 1 AND 5);
REVOKE DELETE, TRUNCATE ON "ConsultationRating" FROM hospital_app;

-- Kept up to date by the worker, so that a list of doctors reads one row each.
CREATE TABLE "DoctorFigures" (
    "doctorId" UUID NOT NULL,
    "ratingCount" INTEGER NOT NULL,
    "ratingSum" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "medianAnswerSeconds" INTEGER,
    "refreshedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DoctorFigures_pkey" PRIMARY KEY ("doctorId")
);
ALTER TABLE "DoctorFigures" ADD CONSTRAINT "DoctorFigures_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
