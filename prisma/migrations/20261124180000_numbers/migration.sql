-- The numbers that people read out: each process takes a hundred at a time.
CREATE SEQUENCE "HumanNumber" INCREMENT BY 100 MINVALUE 0 START WITH 0;
