/** Words before or after a name that are no part of it, folded: titles, ranks, forms of address, degrees. */
export const titles: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend fr father sister brother bishop archbishop
  cardinal pastor deacon metropolitan rabbi imam sheikh shaikh shaykh cheikh sheik mullah mawlana maulana ayatollah
  hojatoleslam seyed seyyed sayyed sayed sayyid seyid syed haji hajj hajji hadji mirza mufti
  president minister premier senator judge justice colonel general major captain lieutenant sergeant
  herr frau don dona señor señora señorita monsieur madame mme mlle padre monseñor monsenor mons pan pani
  journalist blogger activist lawyer
  phd md esq jr sr ii iii
  г-н г-жа господин госпожа гражданин гражданка доктор профессор отец ксендз епископ архиепископ митрополит имам
  судья прокурор генерал полковник майор капитан президент министр адвокат журналист журналистка
  пан пані спадар спадарыня айцец ксёндз біскуп доктар прафесар суддзя адвакат
  الشيخ شيخ السيد سید سيد آیت‌الله الدكتور دكتور دکتر حاج daw`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Small words inside names that are no name of their own. */
export const particles: ReadonlySet<string> = new Set(
  `de del la las los da do dos das di du van von der den ter y e i
  al el as an ar ash es bin ben ibn bint binti ould oglu ogly ogli oğlu uulu qizi qyzy kyzy qızı gizi kızı
  оглы оглу кызы гызы улы бин ибн аль эль
  بن ابن بنت`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
