-- Which files are pictures of which nothing but the picture is left: only these go out as pictures.
create table store_picture (
  sha256 text primary key references store_file,
  width  integer not null check (width > 0),
  height integer not null check (height > 0)
);
