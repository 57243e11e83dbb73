/**
 * Given names of western languages with the way Russian, Belarusian and Ukrainian papers write them: "gender | Cyrillic
 * forms | Latin forms". Equivalents in other languages are other names here: Roland is not Rolando.
 */
export const westernNames = `
m | Майкл | Michael Mike
m | Пол | Paul
m | Поль | Paul
m | Джон | John
m | Джеймс | James
m | Джордж | George
m | Роберт | Robert Bob
m | Уильям Вильям | William Bill
m | Питер | Peter
m | Эндрю Эндру | Andrew
m | Стивен Стывен | Stephen Steven
m | Мэттью Мэтью | Matthew Matt
m | Марк | Mark Marc
m | Тревор | Trevor
m | Эван | Evan
m | Райан | Ryan
m | Крейг Крэйг | Craig
m | Остин Осцін | Austin
m | Шон | Sean Shawn
m | Джейсон | Jason
m | Джозеф | Joseph
m | Джошуа | Joshua
m | Дэвид Дэйвид | David
m | Даниэль Дэниел | Daniel
m | Томас | Thomas Tomas
m | Ричард | Richard
m | Рональд Роналд | Ronald
m | Дональд | Donald
m | Кристофер | Christopher
m | Кристоф | Christophe Christoph
m | Эрик | Eric Erik
m | Уолтер | Walter
m | Бенжамен | Benjamin
m | Оливье | Olivier
m | Луи | Louis
m | Жак | Jacques
m | Жан | Jean
m | Пьер | Pierre
m | Бернар | Bernard
m | Ролан | Roland
m | Лоран | Laurent
m | Йохан Юхан | Johan
m | Патрик | Patrick
m | Маркус | Marcus Markus
m | Рико | Rico
m | Хавьер | Javier
m | Ксавье | Xavier
m | Хуан | Juan
m | Хосе | José
m | Мигель | Miguel
m | Хорхе | Jorge
m | Луис | Luis
m | Карлос | Carlos
m | Роландо | Rolando
m | Феликс | Félix Felix
m | Рубен | Ruben Rubén
m | Адам | Adam
m | Кен | Ken
m | Гэри | Gary
m | Брайан | Brian Bryan
m | Кевин | Kevin
m | Роджер | Roger
m | Джек | Jack
m | Алан | Alan Allan Allen
m | Сиамак | Siamak
m | Биаджо | Biagio
f | Фэй | Faye
f | Бриттни Брытні | Brittney Britney
f | Линдси Ліндсі | Lindsay Lindsey
f | Сесиль Сесіль | Cécile Cecile
f | Чечилия Чэчылія | Cecilia
f | Кайли | Kylie
f | Элизабет | Elizabeth Elisabeth
f | Алсу | Alsu
f | Росио | Rocío Rocio
f | Мари | Marie
f | Барбара | Barbara Barbie
f | Сара | Sarah Sara
f | Ханна | Hannah Hanna
f | Кетрин Кэтрин | Catherine Katherine
f | Эмили Эмілі | Emily
f | Джессика | Jessica
f | Лора | Laura
f | Джулия | Julia
f | Анжелика Анжаліка Анжэліка Ангеліка | Angelika Angelica Andżelika Anzhalika Andzhelika Anzhelika
`;
