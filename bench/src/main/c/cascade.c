/* What libvips can do at its best: each photo is decoded once, shrunk while it is loaded, and each
 * variant is made from the next larger one. One thread for each photo, nothing cached.
 *
 * Arguments: folder of the bench (photos.tsv and the marks), recipe (marked, standard or avif-N with
 * N the effort, 0 to 9), photos in flight. Answers "pass N" and "write FOLDER" on standard input.
 */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vips/vips.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct {
  char *name;
  char *content;
  gsize size;
  gboolean png;
} Photo;

typedef struct {
  const char *name;
  int edge;
  VipsImage *mark;
} Level;

static Level levels[] = {
    {"large", 1200, NULL}, {"medium", 800, NULL}, {"thumbnail", 300, NULL}, {"tiny", 100, NULL}};
static Photo photos[1000];
static int photo_count;
static gboolean with_original;
static int avif_effort = -1;

static int passes;
static const char *target; /* folder to keep files in, or NULL */
static int next_job;

static void need(int failed, const char *what) {
  if (failed) {
    fprintf(stderr, "%s: %s\n", what, vips_error_buffer());
    exit(1);
  }
}

static void keep(const Photo *photo, const char *variant, const char *format, void *content,
                 size_t size) {
  if (target != NULL) {
    char *file = g_strdup_printf("%s/%s.%s.%s", target, photo->name, variant, format);
    need(!g_file_set_contents(file, content, size, NULL), file);
    g_free(file);
  }
  g_free(content);
}

static void save(const Photo *photo, const char *variant, VipsImage *image) {
  void *content;
  size_t size;
  if (photo->png) {
    need(vips_pngsave_buffer(image, &content, &size, "strip", TRUE, NULL), photo->name);
  } else {
    need(vips_jpegsave_buffer(image, &content, &size, "Q", 85, "interlace", TRUE,
                              "optimize_coding", TRUE, "strip", TRUE, NULL),
         photo->name);
  }
  keep(photo, variant, photo->png ? "png" : "jpeg", content, size);
}

static void save_webp(const Photo *photo, VipsImage *image) {
  void *content;
  size_t size;
  need(vips_webpsave_buffer(image, &content, &size, "Q", 80, NULL), photo->name);
  keep(photo, "webp", "webp", content, size);
}

static void save_avif(const Photo *photo, VipsImage *image) {
  void *content;
  size_t size;
  need(vips_heifsave_buffer(image, &content, &size, "Q", 50, "compression",
                            VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "effort", avif_effort, NULL),
       photo->name);
  keep(photo, "avif", "avif", content, size);
}

/* The description names sRGB in ASCII (version 2) or in UTF-16 (version 4). */
static gboolean is_srgb(VipsImage *image) {
  const void *profile;
  size_t size;
  return vips_image_get_typeof(image, VIPS_META_ICC_NAME) == 0 ||
         vips_image_get_blob(image, VIPS_META_ICC_NAME, &profile, &size) != 0 ||
         g_strstr_len(profile, (gssize)size, "sRGB") != NULL ||
         memmem(profile, size, "s\0R\0G\0B", 7) != NULL;
}

/* Takes the image; the result has its pixels in memory and no metadata at all. */
static VipsImage *bare(VipsImage *image) {
  size_t size;
  void *pixels = vips_image_write_to_memory(image, &size);
  need(pixels == NULL, "pixels");
  VipsImage *copy = vips_image_new_from_memory(pixels, size, image->Xsize, image->Ysize,
                                               image->Bands, image->BandFmt);
  copy->Type = image->Type;
  g_signal_connect_swapped(copy, "postclose", G_CALLBACK(g_free), pixels);
  g_object_unref(image);
  return copy;
}

/* Takes the image. */
static VipsImage *in_srgb(VipsImage *image) {
  if (is_srgb(image)) {
    return image;
  }
  VipsImage *converted;
  need(vips_icc_transform(image, &converted, "srgb", "embedded", TRUE, "intent",
                          VIPS_INTENT_PERCEPTUAL, NULL), "icc_transform");
  g_object_unref(image);
  return converted;
}

/* Takes the image. */
static VipsImage *scaled(VipsImage *image, int edge) {
  VipsImage *result;
  need(vips_thumbnail_image(image, &result, edge, "height", edge, "size", VIPS_SIZE_DOWN, NULL),
       "thumbnail");
  g_object_unref(image);
  return result;
}

/* Shrunk while it is loaded; colours are converted last, where there is least of them. CMYK comes
 * first, as libvips would scale it in colours of its own choice. */
static VipsImage *largest(const Photo *photo) {
  int edge = levels[0].edge;
  VipsImage *image = vips_image_new_from_buffer(photo->content, photo->size, "", NULL);
  need(image == NULL, photo->name);
  if (image->Type == VIPS_INTERPRETATION_CMYK) {
    return bare(scaled(in_srgb(image), edge));
  }
  g_object_unref(image);
  need(vips_thumbnail_buffer(photo->content, photo->size, &image, edge, "height", edge, "size",
                             VIPS_SIZE_DOWN, NULL),
       photo->name);
  return bare(in_srgb(image));
}

/* Composites only where the mark is: compositing all would convert every pixel twice. */
static VipsImage *marked(VipsImage *image, VipsImage *mark) {
  int left = VIPS_MAX(0, image->Xsize - mark->Xsize);
  int top = VIPS_MAX(0, image->Ysize - mark->Ysize);
  int width = VIPS_MIN(image->Xsize, mark->Xsize);
  int height = VIPS_MIN(image->Ysize, mark->Ysize);
  VipsImage *area, *composite, *flat, *result;
  need(vips_extract_area(image, &area, left, top, width, height, NULL), "area");
  need(vips_composite2(area, mark, &composite, VIPS_BLEND_MODE_OVER, NULL), "composite");
  need(vips_extract_band(composite, &flat, 0, "n", image->Bands, NULL), "bands");
  VipsImage *same;
  need(vips_cast(flat, &same, image->BandFmt, NULL), "cast");
  need(vips_insert(image, same, &result, left, top, NULL), "insert");
  VipsObject *done[] = {VIPS_OBJECT(area), VIPS_OBJECT(composite), VIPS_OBJECT(flat),
                        VIPS_OBJECT(same)};
  for (size_t i = 0; i < COUNT(done); i++) {
    g_object_unref(done[i]);
  }
  return result;
}

static void save_level(const Photo *photo, const Level *level, VipsImage *image) {
  if (level->mark == NULL) {
    save(photo, level->name, image);
    return;
  }
  VipsImage *with_mark = marked(image, level->mark);
  save(photo, level->name, with_mark);
  g_object_unref(with_mark);
}

static void save_full_size(const Photo *photo) {
  VipsImage *stored, *upright;
  stored = vips_image_new_from_buffer(photo->content, photo->size, "", "access",
                                      VIPS_ACCESS_SEQUENTIAL, NULL);
  need(stored == NULL, photo->name);
  if (vips_image_get_orientation(stored) > 1) {
    VipsImage *pixels = vips_image_copy_memory(stored); /* cannot be turned row by row */
    g_object_unref(stored);
    stored = pixels;
  }
  need(vips_autorot(stored, &upright, NULL), "autorot");
  g_object_unref(stored);
  upright = in_srgb(upright);
  save(photo, "original", upright);
  g_object_unref(upright);
}

static void develop(const Photo *photo) {
  if (with_original) {
    save_full_size(photo);
  }
  VipsImage *image = largest(photo);
  if (avif_effort >= 0) {
    save_avif(photo, image);
  } else {
    save_webp(photo, image);
    save_level(photo, &levels[0], image);
    for (size_t i = 1; i < COUNT(levels); i++) {
      image = bare(scaled(image, levels[i].edge));
      save_level(photo, &levels[i], image);
    }
  }
  g_object_unref(image);
}

static gpointer work(gpointer unused) {
  for (int job; (job = g_atomic_int_add(&next_job, 1)) < passes * photo_count;) {
    develop(&photos[job % photo_count]);
  }
  vips_thread_shutdown();
  return unused;
}

static void run(int threads) {
  GThread *workers[64];
  g_atomic_int_set(&next_job, 0);
  for (int i = 0; i < threads; i++) {
    workers[i] = g_thread_new("worker", work, NULL);
  }
  for (int i = 0; i < threads; i++) {
    g_thread_join(workers[i]);
  }
}

static void read_photos(const char *folder) {
  char *list, *file = g_build_filename(folder, "photos.tsv", NULL);
  need(!g_file_get_contents(file, &list, NULL, NULL), file);
  char **lines = g_strsplit(g_strchomp(list), "\n", (int)COUNT(photos));
  for (int i = 0; lines[i] != NULL; i++) {
    char **columns = g_strsplit(lines[i], "\t", 2);
    Photo *photo = &photos[photo_count++];
    photo->name = g_path_get_basename(columns[0]);
    photo->png = g_str_equal(columns[1], "png");
    need(!g_file_get_contents(columns[0], &photo->content, &photo->size, NULL), columns[0]);
  }
}

static void read_marks(const char *folder) {
  for (size_t i = 0; i < COUNT(levels); i++) {
    char *file = g_strdup_printf("%s/mark-%s.png", folder, levels[i].name);
    if (g_file_test(file, G_FILE_TEST_EXISTS)) {
      VipsImage *image = vips_image_new_from_file(file, NULL);
      need(image == NULL, file);
      levels[i].mark = vips_image_copy_memory(image);
    }
  }
}

int main(int argc, char **argv) {
  need(argc != 4 || VIPS_INIT(argv[0]), "cascade FOLDER RECIPE THREADS");
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  with_original = g_str_equal(argv[2], "standard");
  sscanf(argv[2], "avif-%d", &avif_effort);
  read_photos(argv[1]);
  if (g_str_equal(argv[2], "marked")) {
    read_marks(argv[1]);
  }
  printf("ready\n");
  fflush(stdout);
  char line[4096];
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = 0;
    target = strncmp(line, "write ", 6) == 0 ? line + 6 : NULL;
    passes = target == NULL ? atoi(line + 5) : 1;
    run(atoi(argv[3]));
    printf("done\n");
    fflush(stdout);
  }
  return 0;
}
